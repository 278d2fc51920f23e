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
      http.identify(null, bearer(http).identity()).proceed(() -> answer(http));
    }
  }

  private BearerCheck bearer(HttpExchange http) {
    return bearers.check(http.request().getHeader(HttpHeaders.AUTHORIZATION));
  }

  private void answer(HttpExchange http) {
    // Looked at anew: a fault may have kept the request waiting, or ended the session.
    BearerCheck bearer = bearer(http);
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
