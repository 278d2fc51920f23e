package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.ImpersonationDeniedException;
import io.ipbx.sdk.IpbxException;
import io.ipbx.sdk.TokenPausedException;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.TokenEvent.CallRefused;
import io.ipbx.sdk.auth.TokenIdentity;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;

/**
 * After a failed flight: until when no other may start, and what a call is told meanwhile. Made
 * once, so that a refused call costs next to nothing.
 *
 * @param failures how many tries failed in a row
 * @param until monotonic nanoseconds
 */
record Holdoff(int failures, long until, Future<AccessToken> refusal, CallRefused event) {

  /**
   * @param now monotonic nanoseconds
   * @param wall the same moment for people
   */
  static Holdoff after(
      TokenIdentity identity,
      IpbxException cause,
      int failures,
      Duration pause,
      long now,
      Instant wall) {
    // A denial is a verdict that callers look for by its type; all else is told as what it is, a
    // pause.
    IpbxException told =
        cause instanceof ImpersonationDeniedException
            ? cause
            : new TokenPausedException(cause, wall.plus(pause));
    return new Holdoff(
        failures,
        now + pause.toNanos(),
        Future.failedFuture(told),
        new CallRefused(identity, told));
  }

  /** Nanoseconds until it is over; negative once it is. */
  long remaining(long nanoTime) {
    return until - nanoTime;
  }
}
