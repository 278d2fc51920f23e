package io.ipbx.mock.auth;

import io.ipbx.mock.wire.HttpExchange;
import io.vertx.core.http.HttpMethod;
import java.util.Set;

/** Which methods an address takes. */
final class Methods {

  static final Set<HttpMethod> POST = Set.of(HttpMethod.POST);
  static final Set<HttpMethod> READ = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  static final Set<HttpMethod> GET_OR_POST = Set.of(HttpMethod.GET, HttpMethod.POST);

  private Methods() {}

  /** Whether {@code exchange} is by one of these; if not, it is answered already. */
  static boolean admit(HttpExchange exchange, Set<HttpMethod> allowed) {
    if (allowed.contains(exchange.request().method())) {
      return true;
    }
    if (exchange.request().method().equals(HttpMethod.OPTIONS)) {
      Preflight.answer(exchange);
    } else {
      Answers.methodNotAllowed(exchange);
    }
    return false;
  }
}
