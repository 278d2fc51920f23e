package io.ipbx.mock.auth;

import io.ipbx.mock.wire.HttpExchange;
import io.vertx.core.http.HttpServerResponse;

/** The answer to OPTIONS: 200, and for a browser what it may do. */
final class Preflight {

  private Preflight() {}

  static void answer(HttpExchange exchange) {
    HttpServerResponse response = exchange.response();
    String origin = exchange.request().getHeader("Origin");
    if (origin != null) {
      response
          .putHeader("Access-Control-Allow-Origin", origin)
          .putHeader("Access-Control-Allow-Methods", "POST, OPTIONS")
          .putHeader("Access-Control-Allow-Credentials", "true")
          .putHeader(
              "Access-Control-Allow-Headers",
              "Origin, Accept, X-Requested-With, Content-Type, Access-Control-Request-Method,"
                  + " Access-Control-Request-Headers, DPoP, Authorization")
          .putHeader("Access-Control-Max-Age", "3600");
    }
    exchange.end();
  }
}
