package io.ipbx.mock.auth;

import io.ipbx.mock.wire.HttpExchange;
import io.vertx.core.http.HttpHeaders;

/** Who the bearer is (OpenID Connect Core section 5.3); by GET or POST. */
final class UserInfoEndpoint {

  private final Bearers bearers;

  UserInfoEndpoint(Bearers bearers) {
    this.bearers = bearers;
  }

  void handle(HttpExchange http) {
    if (Methods.admit(http, Methods.GET_OR_POST)) {
      BearerCheck bearer = bearers.check(http.request().getHeader(HttpHeaders.AUTHORIZATION));
      http.identify(null, bearer.identity()).proceed(() -> answer(http, bearer));
    }
  }

  private static void answer(HttpExchange http, BearerCheck bearer) {
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

  private static void refuse(HttpExchange http, int status, String challenge) {
    http.response().putHeader("Pragma", "no-cache");
    Answers.empty(http, status, "no-store", challenge);
  }
}
