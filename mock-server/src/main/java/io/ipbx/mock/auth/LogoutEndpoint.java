package io.ipbx.mock.auth;

import io.ipbx.mock.MockSettings;
import io.ipbx.mock.wire.BoundedBody;
import io.ipbx.mock.wire.HttpExchange;
import io.vertx.core.buffer.Buffer;
import java.util.function.BiConsumer;
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

  void logout(HttpExchange http) {
    post(http, this::endSession);
  }

  void revoke(HttpExchange http) {
    post(http, this::revokeToken);
  }

  private static void post(HttpExchange http, BiConsumer<HttpExchange, @Nullable FormBody> then) {
    if (Methods.admit(http, Methods.POST)) {
      BoundedBody.read(http, LONGEST_BODY, body -> received(http, body, then));
    }
  }

  private static void received(
      HttpExchange http, Buffer body, BiConsumer<HttpExchange, @Nullable FormBody> then) {
    FormBody form = FormBody.parse(body);
    http.setClient(form == null ? null : form.get("client_id"))
        .proceed(() -> then.accept(http, form));
  }

  private void endSession(HttpExchange http, @Nullable FormBody form) {
    if (form == null || !settings.get().getClientId().equals(form.get("client_id"))) {
      Answers.error(http, OAuthError.invalidClient());
      return;
    }
    String token = form.get("refresh_token");
    if (token == null) {
      // A browser's logout, which shows a page; nothing here would read it.
      Answers.document(http, "no-cache", "{}");
    } else if (revocation.endSessionOfRefreshToken(token)) {
      Answers.empty(http, 204, "no-cache", null);
    } else {
      Answers.error(http, OAuthError.invalidGrant("Invalid refresh token"));
    }
  }

  private void revokeToken(HttpExchange http, @Nullable FormBody form) {
    if (form == null || !settings.get().getClientId().equals(form.get("client_id"))) {
      Answers.error(http, OAuthError.invalidClient());
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
}
