package io.ipbx.mock.control;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/** A clock as an offset to a real one, or as a standstill. */
public final class VirtualClock implements MockClock {

  /** What the time is made of: a fixed point when frozen, else a distance to the real clock. */
  private record Setting(boolean frozen, long value) {}

  private static final Setting REAL = new Setting(false, 0);

  private final LongSupplier real;
  private volatile Setting setting = REAL;

  /**
   * A running clock.
   *
   * @param real milliseconds since the epoch
   */
  public VirtualClock(LongSupplier real) {
    this.real = real;
  }

  @Override
  public long millis() {
    return read(setting);
  }

  private long read(Setting present) {
    return present.frozen() ? present.value() : real.getAsLong() + present.value();
  }

  @Override
  public boolean isFrozen() {
    return setting.frozen();
  }

  @Override
  public synchronized MockClock freeze() {
    setting = new Setting(true, millis());
    return this;
  }

  @Override
  public synchronized MockClock resume() {
    setting = new Setting(false, millis() - real.getAsLong());
    return this;
  }

  @Override
  public synchronized MockClock advance(Duration duration) {
    setting = new Setting(setting.frozen(), Math.addExact(setting.value(), duration.toMillis()));
    return this;
  }

  @Override
  public synchronized MockClock set(Instant instant) {
    long wanted = instant.toEpochMilli();
    setting = new Setting(setting.frozen(), isFrozen() ? wanted : wanted - real.getAsLong());
    return this;
  }

  @Override
  public synchronized MockClock reset() {
    setting = REAL;
    return this;
  }
}
