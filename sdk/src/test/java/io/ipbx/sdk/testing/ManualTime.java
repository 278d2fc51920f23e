package io.ipbx.sdk.testing;

import io.ipbx.sdk.spi.Time;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Time that stands until it is moved; the wall clock can jump apart from it. */
public final class ManualTime implements Time {

  private record Timer(long due, Runnable action, @Nullable Context context) {}

  private final List<Timer> timers = new ArrayList<>();
  private long nanos = Long.MAX_VALUE - Duration.ofMinutes(1).toNanos();
  private Instant wall = Instant.parse("2026-03-02T08:00:00Z");

  /** Starts shortly before the counter overflows, as it is allowed to anywhere. */
  public ManualTime() {}

  @Override
  public synchronized long nanoTime() {
    return nanos;
  }

  @Override
  public synchronized Instant instant() {
    return wall;
  }

  @Override
  public synchronized Scheduled schedule(Duration delay, Runnable action) {
    Timer timer = new Timer(nanos + delay.toNanos(), action, Vertx.currentContext());
    timers.add(timer);
    return () -> remove(timer);
  }

  private synchronized void remove(Timer timer) {
    timers.remove(timer);
  }

  public synchronized int pendingTimers() {
    return timers.size();
  }

  /** How long until the next timer is due; zero when there is none. */
  public synchronized Duration untilNext() {
    return timers.stream()
        .map(timer -> Duration.ofNanos(timer.due() - nanos))
        .min(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** Moves both clocks on and runs what falls due, each on its own context. */
  public void advance(Duration duration) {
    for (Timer timer : move(duration)) {
      if (timer.context() == null) {
        timer.action().run();
      } else {
        timer.context().runOnContext(ignored -> timer.action().run());
      }
    }
  }

  private synchronized List<Timer> move(Duration duration) {
    nanos += duration.toNanos();
    wall = wall.plus(duration);
    List<Timer> due =
        timers.stream()
            .filter(timer -> timer.due() - nanos <= 0)
            .sorted(Comparator.comparingLong(timer -> timer.due() - nanos))
            .toList();
    timers.removeAll(due);
    return due;
  }

  /** Sets the wall clock alone, as an administrator does. */
  public synchronized void setWallClock(Instant instant) {
    wall = instant;
  }
}
