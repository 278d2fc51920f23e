package io.ipbx.sdk.auth;

import java.time.Duration;
import java.time.Instant;

/** A bearer token (RFC 6750). Its {@code toString} does not show it. */
public interface AccessToken {

  /** The token itself: a secret. Cut out of the header at each call. */
  String value();

  /** The value of the {@code Authorization} header, built once: a secret. */
  String authorization();

  /** How long the token was valid when it was issued, counted from when it was asked for. */
  Duration lifetime();

  /**
   * When the token ends by the wall clock of this machine; for people and logs. The client itself
   * measures on a monotonic clock, so a change of the wall clock does not move the real end.
   */
  Instant expiresAt();
}
