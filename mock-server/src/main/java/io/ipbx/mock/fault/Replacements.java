package io.ipbx.mock.fault;

import io.ipbx.mock.control.FaultEffect;
import io.ipbx.mock.wire.WayOut;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** What a request gets in place of an answer of the server. */
final class Replacements {

  private static final int OK = 200;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final String PAGE =
      "<!DOCTYPE html>\n<html><head><title>Sign in</title></head>"
          + "<body><h1>Sign in to the network</h1></body></html>\n";

  private Replacements() {}

  static WayOut status(FaultEffect effect, int status) {
    return answer(status, effect, effect.getRetryAfter());
  }

  /**
   * The answer to a request that has no quota left.
   *
   * @param wait milliseconds until there is again
   */
  static WayOut overQuota(FaultEffect effect, long wait) {
    return answer(TOO_MANY_REQUESTS, effect, (wait + 999) / 1_000);
  }

  static WayOut html(FaultEffect effect) {
    String page = effect.getBody() == null ? PAGE : effect.getBody();
    return answer(OK, new FaultEffect().setBody(page).setContentType("text/html"), null);
  }

  private static WayOut answer(int status, FaultEffect effect, @Nullable Long retryAfter) {
    return (exchange, nothing) -> {
      HttpServerResponse response = exchange.response().setStatusCode(status);
      if (retryAfter != null) {
        response.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter));
      }
      String body = effect.getBody();
      if (body != null) {
        String type = effect.getContentType();
        response.putHeader(HttpHeaders.CONTENT_TYPE, type == null ? "application/json" : type);
      }
      JsonObject headers = effect.getHeaders();
      if (headers != null) {
        headers.forEach(header -> response.putHeader(header.getKey(), (String) header.getValue()));
      }
      exchange.conclude(status);
      return body == null ? response.end() : response.end(body);
    };
  }

  static WayOut reset() {
    return (exchange, nothing) -> Wire.reset(exchange);
  }

  /** Silence, until the client hangs up or the faults are cleared. */
  static WayOut silence(Held held, int generation) {
    return (exchange, nothing) -> {
      held.hold(exchange, generation);
      return Future.succeededFuture();
    };
  }
}
