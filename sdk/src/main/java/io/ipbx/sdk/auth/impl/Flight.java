package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.spi.Time.Scheduled;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One token request and everyone who waits for it. It lands once; who boards before gets its
 * outcome on the context he boarded from, who comes later is turned away. Callers of one context
 * share one future, so that ten thousand of them cost one task.
 */
final class Flight {

  private final ConcurrentMap<Context, Promise<AccessToken>> waiters = new ConcurrentHashMap<>();
  private final AtomicReference<@Nullable Future<AccessToken>> outcome = new AtomicReference<>();
  private final StopSwitch step = new StopSwitch();
  private final StopSwitch limit = new StopSwitch();
  private final long started;
  private final long deadline;

  /**
   * @param started monotonic nanoseconds
   * @param deadline monotonic nanoseconds by which it has landed, one way or the other
   */
  Flight(long started, long deadline) {
    this.started = started;
    this.deadline = deadline;
  }

  /** The outcome as {@code caller} is to get it; null when the flight has landed already. */
  @Nullable Future<AccessToken> board(Context caller) {
    Future<AccessToken> boarded =
        waiters.computeIfAbsent(caller, context -> Promise.promise()).future();
    // Landing sets the outcome before it looks for waiters: either it saw this one, or this sees
    // it.
    return landed() ? null : boarded;
  }

  /** Names what stops the step now in progress, should the flight land before it is over. */
  void during(Runnable stop) {
    step.arm(stop);
  }

  /** Names the timer that ends the flight at its deadline. */
  void limitedBy(Scheduled timer) {
    limit.arm(timer::cancel);
  }

  /** Ends the flight, once: stops the step in progress, then gives everyone the outcome. */
  void land(Future<AccessToken> end) {
    if (outcome.compareAndSet(null, end)) {
      limit.flip();
      step.flip();
      waiters.forEach((caller, promise) -> release(caller, promise, end));
    }
  }

  private static void release(
      Context caller, Promise<AccessToken> promise, Future<AccessToken> end) {
    try {
      caller.runOnContext(ignored -> end.onComplete(promise));
    } catch (RuntimeException gone) {
      // The caller's own worker pool is closed: whoever still listens is told on this thread.
      end.onComplete(promise);
    }
  }

  boolean landed() {
    return outcome.get() != null;
  }

  long started() {
    return started;
  }

  /** Nanoseconds until it must land; negative once that is past. */
  long remaining(long nanoTime) {
    return deadline - nanoTime;
  }
}
