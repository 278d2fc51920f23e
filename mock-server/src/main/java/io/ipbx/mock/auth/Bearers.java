package io.ipbx.mock.auth;

import io.ipbx.mock.MockSettings;
import io.ipbx.mock.control.MockClock;
import io.ipbx.mock.portal.Access;
import io.ipbx.mock.portal.Directory;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells whose a bearer token is. A token is good when it is, to the letter, one that was issued
 * here and whose session lives: that refuses whatever a check of the signature would, and costs one
 * hash.
 */
final class Bearers {

  static final String NOT_VERIFIED = "Token verification failed";
  static final String NO_SESSION = "user_session_not_found";

  private final Directory directory;
  private final TokenMint mint;
  private final MockClock clock;
  private final Supplier<MockSettings> settings;

  Bearers(Directory directory, TokenMint mint, MockClock clock, Supplier<MockSettings> settings) {
    this.directory = directory;
    this.mint = mint;
    this.clock = clock;
    this.settings = settings;
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
    String token = header.substring(7).strip();
    Sessions.Issued issued = mint.issued(token);
    if (issued == null) {
      return new BearerCheck.Refused(NOT_VERIFIED, null);
    }
    Session session = issued.session();
    Principal whose = session.principal();
    if (clock.millis() >= issued.expiresAt()) {
      return new BearerCheck.Refused("Token is not active", whose);
    }
    if (isStale(token)) {
      return new BearerCheck.Refused("Stale token", whose);
    }
    if (!issued.alive() || !isEnabled(whose)) {
      return new BearerCheck.Refused(NO_SESSION, whose);
    }
    return new BearerCheck.Granted(whose, session.scopes().openid());
  }

  /** Whether a token of ours was issued before the line that the settings draw. */
  private boolean isStale(String token) {
    long notBefore = settings.get().getNotBefore();
    return notBefore > 0 && AccessTokens.issuedAt(token) < notBefore;
  }

  private boolean isEnabled(Principal principal) {
    Access access = directory.access(principal.access());
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
