package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.CredentialsRejectedException;
import java.time.Duration;

/**
 * Credentials that the auth server turned down.
 *
 * @param credentials a digest
 * @param times how often in a row
 * @param until monotonic nanoseconds from which they may be tried again
 */
record Rejection(String credentials, CredentialsRejectedException cause, int times, long until) {

  private static final Duration LONGEST = Duration.ofHours(1);

  /**
   * How long credentials rejected for the n-th time in a row are remembered: doubling, so that a
   * passing lock costs little and a wrong password stays below what a server counts against an
   * account.
   */
  static Duration memory(Duration first, int times) {
    Duration most = first.compareTo(LONGEST) > 0 ? first : LONGEST;
    Duration doubled = first.multipliedBy(1L << Math.min(times - 1, 20));
    return doubled.compareTo(most) > 0 ? most : doubled;
  }

  boolean stands(long nanoTime) {
    return until - nanoTime > 0;
  }

  @Override
  public String toString() {
    return "Rejection[" + times + "]";
  }
}
