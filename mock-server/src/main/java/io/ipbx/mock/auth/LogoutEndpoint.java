package io.ipbx.mock.auth;

import io.ipbx.mock.MockSettings;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Ends a session by its refresh token: Keycloak's logout, and revocation (RFC 7009). */
final class LogoutEndpoint {

  private static final int LONGEST_BODY = 16 * 1024;

  private final Supplier<MockSettings> settings;
  private final TokenRevocation revocation;

  LogoutEndpoint(Supplier<MockSettings> settings, TokenRevocation revocation) {
    this.settings = settings;
    this.revocation = revocation;
  }

  void logout(HttpServerRequest http) {
    post(http, body -> logout(http, FormBody.parse(body)));
  }

  void revoke(HttpServerRequest http) {
    post(http, body -> revoke(http, FormBody.parse(body)));
  }

  private static void post(HttpServerRequest http, Consumer<Buffer> then) {
    if (Methods.admit(http, Methods.POST)) {
      BoundedBody.read(http, LONGEST_BODY, then::accept);
    }
  }

  private void logout(HttpServerRequest http, @Nullable FormBody form) {
    if (form == null || !settings.get().getClientId().equals(form.get("client_id"))) {
      refuse(http, OAuthError.invalidClient());
      return;
    }
    String token = form.get("refresh_token");
    if (token == null) {
      // A browser's logout, which shows a page; nothing here would read it.
      Answers.document(http, "no-cache", "{}");
    } else if (revocation.endSessionOfRefreshToken(token)) {
      Answers.empty(http, 204, "no-cache", null);
    } else {
      refuse(http, OAuthError.invalidGrant("Invalid refresh token"));
    }
  }

  private void revoke(HttpServerRequest http, @Nullable FormBody form) {
    if (form == null || !settings.get().getClientId().equals(form.get("client_id"))) {
      refuse(http, OAuthError.invalidClient());
      return;
    }
    String token = form.get("token");
    if (token != null && revocation.revoke(token)) {
      Answers.empty(http, 200, "no-cache", null);
    } else {
      Answers.document(
          http,
          "no-cache",
          "{\"error\":\"invalid_token\",\"error_description\":\"Invalid token\"}");
    }
  }

  private static void refuse(HttpServerRequest http, OAuthError error) {
    Answers.token(http, error.status(), error.body());
  }
}
