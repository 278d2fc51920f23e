package io.ipbx.mock.auth;

import io.ipbx.mock.control.MockClock;
import io.ipbx.mock.portal.Access;
import io.ipbx.mock.portal.Directory;
import org.jspecify.annotations.Nullable;

/**
 * Tells whose a bearer token is. A token is good when it is, to the letter, one that was issued
 * here and whose session lives: that refuses whatever a check of the signature would, and costs one
 * hash.
 */
final class Bearers {

  private final Directory directory;
  private final TokenMint mint;
  private final MockClock clock;

  Bearers(Directory directory, TokenMint mint, MockClock clock) {
    this.directory = directory;
    this.mint = mint;
    this.clock = clock;
  }

  /**
   * What the {@code Authorization} header amounts to.
   *
   * @param header null when the request has none
   */
  BearerCheck check(@Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return new BearerCheck.Missing();
    }
    Sessions.Issued issued = mint.issued(header.substring(7).strip());
    if (issued == null) {
      return new BearerCheck.Refused("Token verification failed");
    }
    if (clock.millis() >= issued.expiresAt()) {
      return new BearerCheck.Refused("Token is not active");
    }
    Session session = issued.session();
    if (!issued.alive() || !isEnabled(session.principal())) {
      return new BearerCheck.Refused("user_session_not_found");
    }
    return new BearerCheck.Granted(session.principal(), session.scopes().openid());
  }

  private boolean isEnabled(Principal principal) {
    String actor = principal.actor();
    Access access = directory.access(actor == null ? principal.email() : actor);
    return access != null && access.enabled();
  }

  /** The {@code WWW-Authenticate} of a refusal: no error where nothing was presented. */
  static String challenge(BearerCheck check) {
    return check instanceof BearerCheck.Refused refused
        ? "Bearer realm=\"IPEX\", error=\"invalid_token\", error_description=\""
            + refused.reason()
            + "\""
        : "Bearer realm=\"IPEX\"";
  }
}
