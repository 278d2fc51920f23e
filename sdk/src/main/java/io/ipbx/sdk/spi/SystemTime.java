package io.ipbx.sdk.spi;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;

final class SystemTime implements Time {

  private final Vertx vertx;

  SystemTime(Vertx vertx) {
    this.vertx = vertx;
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  @SuppressWarnings("JavaTimeDefaultTimeZone")
  public Instant instant() {
    return Instant.now();
  }

  @Override
  public Scheduled schedule(Duration delay, Runnable action) {
    long timer = vertx.setTimer(Math.max(1, delay.toMillis()), id -> action.run());
    return () -> vertx.cancelTimer(timer);
  }
}
