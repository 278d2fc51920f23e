package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.auth.TokenEvent.Waiters;
import java.time.Duration;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Counts who waits for a flight and for how long, without keeping anything of each one. */
final class WaitCount {

  private final LongAdder count = new LongAdder();
  private final LongAdder offsets = new LongAdder();
  private final LongAccumulator earliest = new LongAccumulator(Math::min, Long.MAX_VALUE);

  /**
   * @param offset nanoseconds from the start of the flight
   */
  void boarded(long offset) {
    count.increment();
    offsets.add(offset);
    earliest.accumulate(offset);
  }

  /**
   * @param took nanoseconds from the start of the flight to its end
   */
  Waiters until(long took) {
    long waiters = count.sum();
    return new Waiters(
        waiters,
        Duration.ofNanos(Math.max(0, waiters * took - offsets.sum())),
        Duration.ofNanos(Math.max(0, took - Math.min(took, earliest.get()))));
  }
}
