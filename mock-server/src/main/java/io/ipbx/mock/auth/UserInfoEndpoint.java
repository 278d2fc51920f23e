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
      refuse(http, 401, challenge(bearer));
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

  /** Here a token that has expired, or is stale, is one like any other that is not good. */
  private static String challenge(BearerCheck bearer) {
    return Bearers.challenge(
        bearer instanceof BearerCheck.Refused refused
                && !refused.reason().equals(Bearers.NO_SESSION)
            ? new BearerCheck.Refused(Bearers.NOT_VERIFIED, refused.principal())
            : bearer);
  }

  private static void refuse(HttpExchange http, int status, String challenge) {
    http.response()
        .putHeader("Pragma", "no-cache")
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain;charset=utf-8");
    Answers.empty(http, status, "no-store", challenge);
  }
}
