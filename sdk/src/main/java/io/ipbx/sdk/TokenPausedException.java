package io.ipbx.sdk;

import java.time.Instant;

/**
 * The last try for a token failed and the next is not due yet, so nothing was sent. The cause says
 * what the last try failed with; status and detail are its too.
 */
public final class TokenPausedException extends IpbxException {

  private static final long serialVersionUID = 1L;

  private final Instant nextTry;

  public TokenPausedException(IpbxException cause, Instant nextTry) {
    super(
        "no token before " + nextTry + ", when the next try is due: " + cause.getMessage(),
        cause.retryable(),
        cause.detail(),
        cause);
    this.nextTry = nextTry;
  }

  /** When the auth server may be asked again, by the wall clock of this machine. */
  public Instant nextTry() {
    return nextTry;
  }
}
