package io.ipbx.mock.auth;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Set;

/** Which methods an address takes. */
final class Methods {

  static final Set<HttpMethod> POST = Set.of(HttpMethod.POST);
  static final Set<HttpMethod> READ = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  static final Set<HttpMethod> GET_OR_POST = Set.of(HttpMethod.GET, HttpMethod.POST);

  private Methods() {}

  /** Whether {@code request} is by one of these; if not, it is answered already. */
  static boolean admit(HttpServerRequest request, Set<HttpMethod> allowed) {
    if (allowed.contains(request.method())) {
      return true;
    }
    if (request.method().equals(HttpMethod.OPTIONS)) {
      Preflight.answer(request);
    } else {
      Answers.methodNotAllowed(request);
    }
    return false;
  }
}
