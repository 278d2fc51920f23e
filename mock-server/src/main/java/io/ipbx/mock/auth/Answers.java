package io.ipbx.mock.auth;

import io.ipbx.mock.wire.HttpExchange;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/** Writes what the auth server says, with the headers that Keycloak puts on everything. */
final class Answers {

  private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
  private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
  private static final CharSequence NO_CACHE = HttpHeaders.createOptimized("no-cache");
  private static final CharSequence PRAGMA = HttpHeaders.createOptimized("pragma");
  private static final CharSequence REFERRER = HttpHeaders.createOptimized("referrer-policy");
  private static final CharSequence NO_REFERRER = HttpHeaders.createOptimized("no-referrer");
  private static final CharSequence HSTS = HttpHeaders.createOptimized("strict-transport-security");
  private static final CharSequence HSTS_YEAR =
      HttpHeaders.createOptimized("max-age=31536000; includeSubDomains");
  private static final CharSequence SNIFF = HttpHeaders.createOptimized("x-content-type-options");
  private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");
  private static final CharSequence FRAME = HttpHeaders.createOptimized("x-frame-options");
  private static final CharSequence SAME_ORIGIN = HttpHeaders.createOptimized("SAMEORIGIN");
  private static final CharSequence ROBOTS = HttpHeaders.createOptimized("x-robots-tag");
  private static final CharSequence NONE = HttpHeaders.createOptimized("none");

  private Answers() {}

  private static HttpServerResponse secured(HttpExchange exchange, int status) {
    HttpServerResponse response = exchange.response();
    response.setStatusCode(status);
    response
        .headers()
        .set(REFERRER, NO_REFERRER)
        .set(HSTS, HSTS_YEAR)
        .set(SNIFF, NO_SNIFF)
        .set(FRAME, SAME_ORIGIN)
        .set(ROBOTS, NONE);
    return response;
  }

  /** An answer of the token endpoint, which nobody may store (RFC 6749 section 5.1). */
  static Future<Void> token(HttpExchange exchange, int status, Buffer json) {
    HttpServerResponse response = secured(exchange, status);
    response
        .headers()
        .set(HttpHeaders.CACHE_CONTROL, NO_STORE)
        .set(PRAGMA, NO_CACHE)
        .set(HttpHeaders.CONTENT_TYPE, JSON);
    return exchange.end(json);
  }

  static Future<Void> refusal(HttpExchange exchange, OAuthError error) {
    exchange.setOutcome(error.error());
    if (error.status() == 401 && exchange.request().getHeader(HttpHeaders.AUTHORIZATION) != null) {
      exchange.response().putHeader("WWW-Authenticate", "Basic realm=\"IPEX\"");
    }
    return token(exchange, error.status(), error.body());
  }

  /** An error of an endpoint that says nothing about storing. */
  static Future<Void> error(HttpExchange exchange, OAuthError error) {
    exchange.setOutcome(error.error());
    HttpServerResponse response = secured(exchange, error.status());
    response.putHeader(HttpHeaders.CONTENT_TYPE, JSON);
    return exchange.end(error.body());
  }

  /** The short form of errors that the grants have no say in. */
  static Future<Void> bare(HttpExchange exchange, int status, String error) {
    HttpServerResponse response = secured(exchange, status);
    response.putHeader(HttpHeaders.CONTENT_TYPE, JSON);
    return exchange.end(Buffer.buffer("{\"error\":\"" + error + "\"}"));
  }

  static Future<Void> serverError(HttpExchange exchange) {
    exchange.setOutcome("server_error");
    return bare(exchange, 500, "unknown_error");
  }

  static Future<Void> methodNotAllowed(HttpExchange exchange) {
    return bare(exchange, 405, "HTTP 405 Method Not Allowed");
  }

  /** JSON of a public document. */
  static Future<Void> document(HttpExchange exchange, String cacheControl, String json) {
    HttpServerResponse response = secured(exchange, 200);
    response.putHeader(HttpHeaders.CACHE_CONTROL, cacheControl);
    response.putHeader(HttpHeaders.CONTENT_TYPE, JSON);
    return exchange.end(Buffer.buffer(json));
  }

  /** No content but a status; with a challenge where there is one (RFC 6750 section 3). */
  static Future<Void> empty(
      HttpExchange exchange, int status, String cacheControl, @Nullable String challenge) {
    HttpServerResponse response = secured(exchange, status);
    response.putHeader(HttpHeaders.CACHE_CONTROL, cacheControl);
    if (challenge != null) {
      response.putHeader("WWW-Authenticate", challenge);
    }
    return exchange.end();
  }
}
