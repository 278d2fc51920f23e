package io.ipbx.sdk.impl;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonArray;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer that has come to its end, apart from the connection it came over; or the head of one
 * whose body is left to be read.
 *
 * @param body null when it is empty, as the web client has it
 * @param open the answer itself while its body is left to be read
 */
record WholeResponse(
    HttpVersion version,
    int statusCode,
    String statusMessage,
    MultiMap headers,
    MultiMap trailers,
    @Nullable Buffer body,
    @Nullable HttpClientResponse open)
    implements HttpResponse<Buffer> {

  static WholeResponse of(HttpClientResponse head, Buffer body) {
    return new WholeResponse(
        head.version(),
        head.statusCode(),
        head.statusMessage(),
        head.headers(),
        head.trailers(),
        body.length() == 0 ? null : body,
        null);
  }

  /** Paused, until somebody reads it. */
  static WholeResponse open(HttpClientResponse head) {
    head.pause();
    return new WholeResponse(
        head.version(),
        head.statusCode(),
        head.statusMessage(),
        head.headers(),
        HttpHeaders.headers(),
        null,
        head);
  }

  @Override
  public @Nullable String getHeader(String name) {
    return headers.get(name);
  }

  @Override
  public @Nullable String getHeader(CharSequence name) {
    return headers.get(name);
  }

  @Override
  public @Nullable String getTrailer(String name) {
    return trailers.get(name);
  }

  @Override
  public List<String> cookies() {
    return headers.getAll(HttpHeaders.SET_COOKIE);
  }

  @Override
  public @Nullable Buffer bodyAsBuffer() {
    return body;
  }

  @Override
  public @Nullable JsonArray bodyAsJsonArray() {
    return body == null ? null : body.toJsonArray();
  }

  @Override
  public List<String> followedRedirects() {
    return List.of();
  }

  @Override
  public String toString() {
    return "HttpResponse[" + statusCode + "]";
  }
}
