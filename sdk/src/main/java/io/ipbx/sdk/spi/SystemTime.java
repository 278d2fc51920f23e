package io.ipbx.sdk.spi;

import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

final class SystemTime implements Time {

  private final VertxInternal vertx;

  SystemTime(Vertx vertx) {
    this.vertx = (VertxInternal) vertx;
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

  /** A timer of the event loop and not of the context, whose timers end with its verticle. */
  @Override
  public Scheduled schedule(Duration delay, Runnable action) {
    ContextInternal context = vertx.getOrCreateContext();
    ScheduledFuture<?> timer =
        context
            .nettyEventLoop()
            .schedule(() -> run(context, action), delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> timer.cancel(false);
  }

  private static void run(ContextInternal context, Runnable action) {
    try {
      context.emit(ignored -> action.run());
    } catch (RejectedExecutionException gone) {
      // The worker pool of that context is closed; what was promised runs all the same.
      action.run();
    }
  }
}
