package io.ipbx.sdk.testing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A request as it stood on the wire. */
public record Request(
    int number, String method, String target, Map<String, String> headers, String body) {

  static Request parse(int number, String head, String body) {
    String[] lines = head.split("\r\n");
    String[] start = lines[0].split(" ");
    Map<String, String> headers = new LinkedHashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      headers.put(
          lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
          lines[i].substring(colon + 1).strip());
    }
    return new Request(number, start[0], start[1], headers, body);
  }

  public String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  /** The bearer token it carries; empty without one. */
  public String bearer() {
    return header("authorization").replaceFirst("^Bearer ", "");
  }

  /** A field of a form body; empty when absent. */
  public String field(String name) {
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0 && pair.substring(0, equals).equals(name)) {
        return URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  public boolean isGrant(String type) {
    return target.equals("/token") && field("grant_type").equals(type);
  }

  public boolean isApi() {
    return !target.startsWith("/token");
  }
}
