package io.ipbx.mock.auth;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Who the bearer is (OpenID Connect Core section 5.3); by GET or POST. */
final class UserInfoEndpoint {

  private final Bearers bearers;

  UserInfoEndpoint(Bearers bearers) {
    this.bearers = bearers;
  }

  void handle(HttpServerRequest http) {
    if (Methods.admit(http, Methods.GET_OR_POST)) {
      answer(http, bearers.check(http.getHeader(HttpHeaders.AUTHORIZATION)));
    }
  }

  private static void answer(HttpServerRequest http, BearerCheck bearer) {
    if (!(bearer instanceof BearerCheck.Granted granted)) {
      refuse(http, 401, Bearers.challenge(bearer));
    } else if (!granted.openid()) {
      refuse(
          http,
          403,
          "Bearer realm=\"IPEX\", error=\"insufficient_scope\","
              + " error_description=\"Missing openid scope\"");
    } else {
      Answers.token(http, 200, TokenMint.userInfo(granted.principal()));
    }
  }

  private static void refuse(HttpServerRequest http, int status, String challenge) {
    http.response().putHeader("Pragma", "no-cache");
    Answers.empty(http, status, "no-store", challenge);
  }
}
