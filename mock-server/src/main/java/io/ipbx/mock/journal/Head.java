package io.ipbx.mock.journal;

import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Method, address and headers. They are kept as one text, because thousands of small objects that
 * live for a while are what a garbage collector has to copy.
 *
 * @param query null when there is none
 * @param headers name, value, name, value
 */
record Head(String method, String path, @Nullable String query, List<String> headers) {

  private static final int USUAL_LENGTH = 256;

  static String write(HttpServerRequest request) {
    StringBuilder text = new StringBuilder(USUAL_LENGTH);
    text.append(request.method().name()).append('\n').append(request.uri());
    // No line break can stand in any of these.
    request
        .headers()
        .forEach((name, value) -> text.append('\n').append(name).append('\n').append(value));
    return text.toString();
  }

  static Head read(String written) {
    String[] lines = written.split("\n", -1);
    List<String> headers = new ArrayList<>(List.of(lines)).subList(2, lines.length);
    int query = lines[1].indexOf('?');
    return new Head(
        lines[0],
        query < 0 ? lines[1] : lines[1].substring(0, query),
        query < 0 ? null : lines[1].substring(query + 1),
        headers);
  }

  Map<String, String> maskedHeaders() {
    Map<String, String> shown = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int i = 0; i + 1 < headers.size(); i += 2) {
      String name = headers.get(i);
      shown.merge(name, Masks.header(name, headers.get(i + 1)), (one, two) -> one + ", " + two);
    }
    return shown;
  }
}
