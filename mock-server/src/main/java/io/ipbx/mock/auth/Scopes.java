package io.ipbx.mock.auth;

import io.ipbx.mock.KeycloakGeneration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The scopes of a session. Profile and e-mail are the client's defaults and always there. */
record Scopes(boolean openid, boolean offline) {

  private static final Set<String> KNOWN =
      Set.of(
          "openid",
          "profile",
          "email",
          "offline_access",
          "address",
          "phone",
          "roles",
          "web-origins",
          "acr",
          "basic",
          "microprofile-jwt",
          "organization");

  private static final Scopes DEFAULTS = new Scopes(false, false);

  /**
   * The scopes that {@code asked} leads to.
   *
   * @param asked null when the request has no such field
   */
  static Scopes of(@Nullable String asked) {
    if (asked == null) {
      return DEFAULTS;
    }
    boolean openid = false;
    boolean offline = false;
    for (String scope : asked.split(" ", -1)) {
      if (!KNOWN.contains(scope)) {
        throw new OAuthException(OAuthError.invalidScope(asked));
      }
      openid |= scope.equals("openid");
      offline |= scope.equals("offline_access");
    }
    return new Scopes(openid, offline);
  }

  String text(KeycloakGeneration generation) {
    String defaults = generation == KeycloakGeneration.V26 ? "email profile" : "profile email";
    return (openid ? "openid " : "") + defaults + (offline ? " offline_access" : "");
  }
}
