package io.ipbx.sdk.impl;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many retries a client may still send. Calls that go well earn a fraction of a retry each, up
 * to a limit; when none go well the savings are all that is sent on top of the calls, however long
 * the outage lasts.
 */
final class RetryBudget {

  private static final int ONE_RETRY = 100;

  private final int most;
  private final int earning;
  private final AtomicInteger saved;

  /**
   * @param most how many can be saved, from the start
   * @param percent how many a hundred calls earn
   */
  RetryBudget(int most, int percent) {
    this.most = most * ONE_RETRY;
    this.earning = percent;
    this.saved = new AtomicInteger(this.most);
  }

  /** A call went well. While all goes well this only reads. */
  void earn() {
    int now = saved.get();
    while (now < most && !saved.compareAndSet(now, Math.min(most, now + earning))) {
      now = saved.get();
    }
  }

  /** Whether one more retry may be sent, which is then spent. */
  boolean spend() {
    int now = saved.get();
    while (now >= ONE_RETRY && !saved.compareAndSet(now, now - ONE_RETRY)) {
      now = saved.get();
    }
    return now >= ONE_RETRY;
  }
}
