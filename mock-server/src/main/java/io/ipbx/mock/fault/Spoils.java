package io.ipbx.mock.fault;

import io.ipbx.mock.control.FaultEffect;
import io.ipbx.mock.wire.HttpExchange;
import io.ipbx.mock.wire.WayOut;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/** What happens to an answer of the server on its way; status and headers are set already. */
final class Spoils {

  private Spoils() {}

  /** The server has done its part, and nobody hears of it. */
  static WayOut cut() {
    return (exchange, body) -> Wire.close(exchange);
  }

  static WayOut resetAfterHeaders() {
    return (exchange, body) ->
        announced(exchange, body).writeHead().compose(out -> Wire.reset(exchange));
  }

  /**
   * Ends the connection within the body; before the head where there is no body to cut.
   *
   * @param bytes how many go out, one less than all at the most; null for half of them
   */
  static WayOut cutBody(@Nullable Integer bytes) {
    return (exchange, body) -> {
      if (!isSent(exchange, body)) {
        return Wire.close(exchange);
      }
      int out = bytes == null ? body.length() / 2 : Math.min(bytes, body.length() - 1);
      HttpServerResponse response = announced(exchange, body);
      Future<Void> written = out == 0 ? response.writeHead() : response.write(body.slice(0, out));
      return written.compose(gone -> Wire.close(exchange));
    };
  }

  /** Whole for HTTP, but the JSON breaks off. */
  static WayOut malformed() {
    return (exchange, body) -> exchange.finish(body.slice(0, body.length() / 2));
  }

  static WayOut contentType(@Nullable String type) {
    return (exchange, body) -> {
      exchange.response().putHeader(HttpHeaders.CONTENT_TYPE, type == null ? "text/plain" : type);
      return exchange.finish(body);
    };
  }

  static WayOut drip(FaultEffect effect, Held held, int generation) {
    return (exchange, body) ->
        !isSent(exchange, body)
            ? WayOut.WHOLE.send(exchange, body)
            : drip(exchange, body, effect, held.hold(exchange, generation));
  }

  private static Future<Void> drip(
      HttpExchange exchange, Buffer body, FaultEffect effect, Held.Hold hold) {
    announced(exchange, body);
    return new Drip(exchange, body, effect, hold).start();
  }

  private static boolean isSent(HttpExchange exchange, Buffer body) {
    return body.length() > 0 && !exchange.request().method().equals(HttpMethod.HEAD);
  }

  /** The response, saying how long the body is that is not to come in one. */
  private static HttpServerResponse announced(HttpExchange exchange, Buffer body) {
    return exchange
        .response()
        .putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length()));
  }
}
