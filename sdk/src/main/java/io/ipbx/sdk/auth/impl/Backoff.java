package io.ipbx.sdk.auth.impl;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the same grant is sent again: any time up to a ceiling that doubles with
 * each failure, so that clients that failed together do not come back together.
 */
final class Backoff {

  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final int LARGEST_EXPONENT = 20;

  private final RandomGenerator random;

  Backoff(RandomGenerator random) {
    this.random = random;
  }

  /**
   * @param failures how many there were in a row, from 1
   */
  Duration afterFailures(int failures) {
    long doubled = FIRST.toNanos() << Math.min(failures - 1, LARGEST_EXPONENT);
    return Duration.ofNanos(random.nextLong(Math.min(doubled, LONGEST.toNanos()) + 1));
  }
}
