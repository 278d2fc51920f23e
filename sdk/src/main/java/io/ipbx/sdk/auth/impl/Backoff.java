package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.IpbxException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: any time from the shortest pause up to a ceiling that
 * doubles with each failure in a row, so that clients that failed together do not come back
 * together; never less than the server asks for.
 */
final class Backoff {

  private static final int LARGEST_EXPONENT = 20;

  private final long shortest;
  private final long longest;
  private final RandomGenerator random;

  Backoff(AuthSettings.Restraint restraint, RandomGenerator random) {
    this.shortest = restraint.shortest().toNanos();
    this.longest = restraint.longest().toNanos();
    this.random = random;
  }

  /**
   * @param failures how many there were in a row, the present one included
   */
  Duration after(IpbxException failure, int failures) {
    Duration pause = pause(failures);
    return failure.retryAfter().compareTo(pause) > 0 ? failure.retryAfter() : pause;
  }

  /** The same after a failure in which no server asks for anything. */
  Duration pause(int failures) {
    return Duration.ofNanos(random.nextLong(shortest, ceiling(failures) + 1));
  }

  /** At most a day is doubled twenty times: 2^47 times 2^20 would overflow, so division it is. */
  private long ceiling(int failures) {
    int exponent = Math.min(failures, LARGEST_EXPONENT);
    return shortest > longest >> exponent ? longest : shortest << exponent;
  }
}
