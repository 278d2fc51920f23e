package io.ipbx.sdk.testing;

import io.vertx.core.Future;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting from a test's own thread, for a bounded time. */
public final class Await {

  private static final long SECONDS = Long.getLong("await.seconds", 20);

  private Await() {}

  /** What {@code future} completes with; its failure is thrown as it is. */
  public static <T> T result(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(failed.getCause());
    } catch (InterruptedException | TimeoutException never) {
      throw new AssertionError("not complete after " + SECONDS + " s", never);
    }
  }

  /** What {@code future} fails with. */
  public static Throwable failure(Future<?> future) {
    try {
      Object value = result(future);
      throw new AssertionError("completed with " + value + " instead of failing");
    } catch (RuntimeException failure) {
      return failure;
    }
  }

  /** Returns once {@code condition} holds. */
  public static void until(BooleanSupplier condition, String what) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("not within " + SECONDS + " s: " + what);
      }
      LockSupport.parkNanos(100_000);
    }
  }
}
