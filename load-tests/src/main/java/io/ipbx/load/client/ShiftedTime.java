package io.ipbx.load.client;

import io.ipbx.sdk.spi.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** The machine's time, and a leap ahead now and then: what the client believes has gone by. */
public final class ShiftedTime implements Time {

  private final Time machine;
  private final AtomicLong ahead = new AtomicLong();

  public ShiftedTime(Time machine) {
    this.machine = machine;
  }

  /** Leaps; timers that run already are not touched. */
  public void advance(Duration by) {
    ahead.addAndGet(by.toNanos());
  }

  @Override
  public long nanoTime() {
    return machine.nanoTime() + ahead.get();
  }

  @Override
  public Instant instant() {
    return machine.instant().plusNanos(ahead.get());
  }

  @Override
  public Scheduled schedule(Duration delay, Runnable action) {
    return machine.schedule(delay, action);
  }
}
