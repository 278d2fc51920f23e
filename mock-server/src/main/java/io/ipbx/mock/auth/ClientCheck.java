package io.ipbx.mock.auth;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The one public client, named in the form or by Basic (RFC 6749 section 2.3). */
final class ClientCheck {

  private ClientCheck() {}

  /** The client that the request names; null when it names none. */
  static @Nullable String named(HttpServerRequest http, FormBody form) {
    String client = form.get("client_id");
    return client == null ? basicUser(http.getHeader(HttpHeaders.AUTHORIZATION)) : client;
  }

  static void check(@Nullable String client, GrantRequest request) {
    if (client == null && request.isClassic()) {
      throw new OAuthException(
          new OAuthError(400, "invalid_client", "Missing client_id parameter"));
    }
    if (!request.settings().getClientId().equals(client)) {
      throw new OAuthException(OAuthError.invalidClient());
    }
  }

  private static @Nullable String basicUser(@Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
      return null;
    }
    try {
      byte[] pair = Base64.getDecoder().decode(header.substring(6).strip());
      return new String(pair, StandardCharsets.UTF_8).split(":", 2)[0];
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }
}
