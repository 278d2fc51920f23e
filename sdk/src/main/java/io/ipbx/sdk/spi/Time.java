package io.ipbx.sdk.spi;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;

/**
 * Time as the client sees it. Lifetimes and deadlines are measured on {@link #nanoTime}, which
 * never jumps; {@link #instant} is for what people and headers say. Both may be read from any
 * thread.
 */
public interface Time {

  /** Monotonic nanoseconds from an arbitrary origin, as {@link System#nanoTime()}. */
  long nanoTime();

  /** The wall clock. */
  Instant instant();

  /**
   * Runs {@code action} once after {@code delay}, on the Vert.x context of the caller where there
   * is one, also when the verticle of that context has ended meanwhile. A delay of zero or less
   * runs it soon, never within this call.
   */
  Scheduled schedule(Duration delay, Runnable action);

  /** An action that has not run yet. */
  @FunctionalInterface
  interface Scheduled {

    /** Keeps the action from running; without effect once it ran. */
    void cancel();
  }

  /** The machine's clocks and the timers of {@code vertx}. */
  static Time system(Vertx vertx) {
    return new SystemTime(vertx);
  }
}
