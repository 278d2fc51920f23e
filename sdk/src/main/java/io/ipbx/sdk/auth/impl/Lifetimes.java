package io.ipbx.sdk.auth.impl;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How a token's life is divided; scaled to its length, so that short lives are used as well. */
final class Lifetimes {

  private final AuthSettings.Renewal renewal;
  private final RandomGenerator random;

  Lifetimes(AuthSettings.Renewal renewal, RandomGenerator random) {
    this.renewal = renewal;
    this.random = random;
  }

  /** From its start until it is no longer used. */
  Duration usable(Duration lifetime) {
    Duration tenth = lifetime.dividedBy(10);
    Duration margin = renewal.margin();
    return lifetime.minus(tenth.compareTo(margin) < 0 ? tenth : margin);
  }

  /**
   * From its start until a use renews it, some earlier and some later so that many clients do not
   * come at once; never after it is no longer used.
   */
  Duration untilDue(Duration lifetime) {
    Duration usable = usable(lifetime);
    if (renewal.ahead() >= 1) {
      return usable;
    }
    double part = renewal.ahead() + renewal.jitter() * (2 * random.nextDouble() - 1);
    Duration due = Duration.ofNanos((long) (lifetime.toNanos() * part));
    return due.compareTo(usable) < 0 ? due : usable;
  }
}
