package io.ipbx.mock.journal;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes secrets out of what is shown: passwords, tokens and keys, wherever they stand. */
final class Masks {

  private static final String MASK = "***";

  /** Names of headers, fields and members that hold a secret, and of some that only sound so. */
  private static final Pattern SECRET =
      Pattern.compile(
          "(?i)(passw|secret|token|api-?_?key|assertion|authorization|cookie|credential)");

  /** A JSON Web Token, or what is left of one. */
  private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]*){0,4}");

  private Masks() {}

  static String header(String name, String value) {
    if (!isSecret(name)) {
      return tokens(value);
    }
    // Whether it was a bearer or something else is worth knowing.
    int space = value.indexOf(' ');
    return space > 0 && space < 12 ? value.substring(0, space + 1) + MASK : MASK;
  }

  /**
   * The body as text.
   *
   * @param kept its first bytes
   * @param length of the whole
   */
  static String body(byte[] kept, int length) {
    String text = new String(kept, StandardCharsets.UTF_8);
    String cut = kept.length < length ? "…" : "";
    String start = text.stripLeading();
    if (start.startsWith("--")) {
      return "(" + length + " bytes of multipart)";
    }
    return (start.startsWith("{") || start.startsWith("[") ? json(text) : form(text)) + cut;
  }

  private static String json(String text) {
    try {
      Object value = Json.decodeValue(text);
      mask(value);
      return tokens(Json.encode(value));
    } catch (DecodeException broken) {
      // Where a member ends cannot be told here, so a secret cannot be told from the rest.
      boolean telling = isSecret(text) || text.indexOf('\\') >= 0;
      return telling ? "(JSON that is broken or cut off, with a secret in it)" : tokens(text);
    }
  }

  private static void mask(@Nullable Object value) {
    if (value instanceof JsonObject object) {
      for (String name : object.fieldNames()) {
        if (isSecret(name)) {
          object.put(name, MASK);
        } else {
          mask(object.getValue(name));
        }
      }
    } else if (value instanceof JsonArray array) {
      array.forEach(Masks::mask);
    }
  }

  /** The fields of a form or a query. */
  static String form(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('&', start);
      end = end < 0 ? text.length() : end;
      shown.append(start == 0 ? "" : "&").append(field(text.substring(start, end)));
      start = end + 1;
    }
    return shown.toString();
  }

  private static String field(String field) {
    int equals = field.indexOf('=');
    if (equals < 0) {
      return tokens(field);
    }
    return isSecret(decoded(field.substring(0, equals)))
        ? field.substring(0, equals + 1) + MASK
        : tokens(field);
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException brokenEscape) {
      return name;
    }
  }

  /** Text without the tokens that stand in it. */
  static String tokens(String text) {
    return text.contains("eyJ") ? TOKEN.matcher(text).replaceAll(MASK) : text;
  }

  private static boolean isSecret(String name) {
    return SECRET.matcher(name).find();
  }
}
