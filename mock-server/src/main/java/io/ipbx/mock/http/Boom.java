package io.ipbx.mock.http;

import io.ipbx.mock.wire.HttpExchange;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/** The error shape of the APIs: status, its name, and a message for people. */
public final class Boom {

  private Boom() {}

  public static void answer(HttpExchange exchange, int status, String message) {
    HttpServerResponse response = exchange.response();
    if (response.ended() || response.headWritten()) {
      return;
    }
    response.setStatusCode(status);
    response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8");
    exchange.end(
        new JsonObject()
            .put("statusCode", status)
            .put("error", response.getStatusMessage())
            .put("message", message)
            .toBuffer());
  }
}
