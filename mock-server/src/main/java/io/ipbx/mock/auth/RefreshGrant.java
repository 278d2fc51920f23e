package io.ipbx.mock.auth;

import io.ipbx.mock.portal.Access;
import io.ipbx.mock.portal.Directory;
import org.jspecify.annotations.Nullable;

/** The refresh grant (RFC 6749 section 6), with Keycloak's order of checks. */
final class RefreshGrant {

  private final Directory directory;
  private final Sessions sessions;
  private final Keys keys;
  private final Issuer issuer;

  RefreshGrant(Directory directory, Sessions sessions, Keys keys, Issuer issuer) {
    this.directory = directory;
    this.sessions = sessions;
    this.keys = keys;
    this.issuer = issuer;
  }

  /** Whose the request's refresh token is, be it good or not; null when unknown. */
  @Nullable Principal ownerOf(GrantRequest request) {
    String presented = request.form().get("refresh_token");
    RefreshToken token = presented == null ? null : RefreshToken.read(presented, keys.refresh());
    return token == null ? null : sessions.owner(token.sessionId());
  }

  Issue grant(GrantRequest request) {
    String presented = request.form().get("refresh_token");
    if (presented == null) {
      throw new OAuthException(OAuthError.invalidRequest("No refresh token"));
    }
    RefreshToken token = RefreshToken.read(presented, keys.refresh());
    if (token == null) {
      throw refused("Invalid refresh token");
    }
    check(token, request);
    // A narrower scope is accepted and, as by Keycloak for its default scopes, changes nothing.
    Scopes.of(request.form().get("scope"));
    Session session = sessions.active(token.sessionId(), request.settings(), request.now());
    if (session == null) {
      throw refused("Session not active");
    }
    if (isDisabled(session.principal())) {
      throw refused("User disabled");
    }
    long use = sessions.rotate(session, token.use(), request.settings(), request.now());
    return new Issue(session, use, session.scopes().offline() ? "ofrtrt:" : "onrtrt:");
  }

  private void check(RefreshToken token, GrantRequest request) {
    long now = request.now() / 1000;
    if (!issuer.knows(token.issuer())) {
      throw refused("Invalid token issuer. Expected '" + issuer.name() + "'");
    }
    if (now >= token.expiresAt()) {
      throw refused("Token is not active");
    }
    if (!token.client().equals(request.settings().getClientId())) {
      throw refused("Invalid refresh token. Token client and authorized client don't match");
    }
    if (token.issuedAt() < request.settings().getNotBefore()) {
      throw refused("Stale token");
    }
  }

  private boolean isDisabled(Principal principal) {
    Access access = directory.access(principal.access());
    return access == null || !access.enabled();
  }

  private static OAuthException refused(String description) {
    return new OAuthException(OAuthError.invalidGrant(description));
  }
}
