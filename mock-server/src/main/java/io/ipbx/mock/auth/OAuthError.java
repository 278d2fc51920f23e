package io.ipbx.mock.auth;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/** A refusal of the token endpoint (RFC 6749 section 5.2), as Keycloak words it. */
record OAuthError(int status, String error, String description) {

  static final String INVALID_CLIENT_TEXT = "Invalid client or Invalid client credentials";

  static OAuthError invalidRequest(String description) {
    return new OAuthError(400, "invalid_request", description);
  }

  static OAuthError invalidGrant(String description) {
    return new OAuthError(400, "invalid_grant", description);
  }

  static OAuthError invalidScope(String asked) {
    return new OAuthError(400, "invalid_scope", "Invalid scopes: " + asked);
  }

  static OAuthError invalidClient() {
    return new OAuthError(401, "invalid_client", INVALID_CLIENT_TEXT);
  }

  Buffer body() {
    return new JsonObject().put("error", error).put("error_description", description).toBuffer();
  }
}
