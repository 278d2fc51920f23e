package io.ipbx.sdk.testing;

import io.ipbx.sdk.spi.Time;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;

/** The machine's time, moved on by hand; for tests that real sockets take part in. */
public final class ShiftedTime implements Time {

  private final Time system;
  private volatile Duration shift = Duration.ZERO;
  private volatile boolean timersStopped;

  public ShiftedTime(Vertx vertx) {
    this.system = Time.system(vertx);
  }

  /** Moves lifetimes and the wall clock on, but no timers. */
  public synchronized void advance(Duration duration) {
    shift = shift.plus(duration);
  }

  /** From now on no timer is started: nobody loses patience. */
  public void stopTimers() {
    timersStopped = true;
  }

  @Override
  public long nanoTime() {
    return system.nanoTime() + shift.toNanos();
  }

  @Override
  public Instant instant() {
    return system.instant().plus(shift);
  }

  @Override
  public Scheduled schedule(Duration delay, Runnable action) {
    return timersStopped ? () -> {} : system.schedule(delay, action);
  }
}
