package io.ipbx.mock.auth;

import io.ipbx.mock.KeycloakGeneration;
import io.ipbx.mock.MockSettings;
import io.ipbx.mock.portal.Access;
import io.ipbx.mock.portal.Directory;

/** The password grant (RFC 6749 section 4.3), with Keycloak's order of checks. */
final class PasswordGrant {

  private final Directory directory;
  private final Sessions sessions;
  private final BruteForce bruteForce;

  PasswordGrant(Directory directory, Sessions sessions, BruteForce bruteForce) {
    this.directory = directory;
    this.sessions = sessions;
    this.bruteForce = bruteForce;
  }

  Issue grant(GrantRequest request) {
    MockSettings settings = request.settings();
    String username = request.form().get("username");
    if (username == null) {
      throw new OAuthException(
          new OAuthError(401, "invalid_request", "Missing parameter: username"));
    }
    Access access = directory.access(username);
    if (access == null || bruteForce.isLocked(access.email(), settings, request.now())) {
      throw wrongPassword(settings);
    }
    boolean right = access.password().equals(request.form().get("password"));
    // Older versions look at the account first, newer ones tell only who knows the password.
    if (!access.enabled() && (right || request.isClassic())) {
      throw new OAuthException(OAuthError.invalidGrant("Account disabled"));
    }
    if (!right) {
      bruteForce.failed(access.email(), settings, request.now());
      throw wrongPassword(settings);
    }
    Scopes scopes = Scopes.of(request.form().get("scope"));
    bruteForce.succeeded(access.email());
    Session session = sessions.open(Principal.of(access), scopes, settings, request.now());
    return new Issue(session, 0, "onrtro:");
  }

  private static OAuthException wrongPassword(MockSettings settings) {
    int status = settings.getWrongPasswordStatus();
    if (status == 0) {
      status = settings.getKeycloakGeneration() == KeycloakGeneration.CLASSIC ? 401 : 400;
    }
    return new OAuthException(new OAuthError(status, "invalid_grant", "Invalid user credentials"));
  }
}
