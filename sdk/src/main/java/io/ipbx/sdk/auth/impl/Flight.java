package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.IpbxException;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.TokenEvent.Waiters;
import io.ipbx.sdk.auth.TokenIdentity;
import io.ipbx.sdk.spi.Time.Scheduled;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
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

  private final TokenIdentity identity;
  private final ConcurrentMap<Context, Promise<AccessToken>> waiters = new ConcurrentHashMap<>();
  private final WaitCount waits = new WaitCount();
  private final AtomicReference<@Nullable Future<AccessToken>> outcome = new AtomicReference<>();
  private final StopSwitch step = new StopSwitch();
  private final StopSwitch limit = new StopSwitch();
  private final StopSwitch hold = new StopSwitch();
  private final long started;
  private final long deadline;
  private volatile int failures;
  private volatile @Nullable IpbxException lastFailure;
  private volatile @Nullable Duration pause;
  private volatile boolean excused;
  private volatile boolean announced;

  /**
   * @param started monotonic nanoseconds
   * @param deadline monotonic nanoseconds by which it has landed, one way or the other
   * @param failures how many tries failed in a row before it
   */
  Flight(TokenIdentity identity, long started, long deadline, int failures) {
    this.identity = identity;
    this.started = started;
    this.deadline = deadline;
    this.failures = failures;
  }

  TokenIdentity identity() {
    return identity;
  }

  /**
   * The outcome as {@code caller} is to get it; null when the flight has landed already.
   *
   * @param nanoTime when the caller asked
   */
  @Nullable Future<AccessToken> board(Context caller, long nanoTime) {
    Future<AccessToken> boarded =
        waiters.computeIfAbsent(caller, context -> Promise.promise()).future();
    // Landing sets the outcome before it looks for waiters: either it saw this one, or this sees
    // it.
    if (landed()) {
      return null;
    }
    waits.boarded(Math.max(0, nanoTime - started));
    return boarded;
  }

  /** Who waited, were the flight to end now. */
  Waiters waiters(long nanoTime) {
    return waits.until(nanoTime - started);
  }

  /** Names what stops the step now in progress, should the flight land before it is over. */
  void during(Runnable stop) {
    step.arm(stop);
  }

  /** Names the timer that ends the flight at its deadline. */
  void limitedBy(Scheduled timer) {
    limit.arm(timer::cancel);
  }

  /** Counts a try that failed and may be repeated; how many there were in a row. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // one step at a time, on the engine's context
  int failedOnce(IpbxException failure) {
    lastFailure = failure;
    return ++failures;
  }

  /** Why its last try failed; null when none has. */
  @Nullable IpbxException lastFailure() {
    return lastFailure;
  }

  int failures() {
    return failures;
  }

  /** Hands the pause that the flight has no time for to whoever flies next. */
  void leavePause(Duration unspent) {
    pause = unspent;
  }

  @Nullable Duration pause() {
    return pause;
  }

  /** It is about to start and will be told of; called under the lock of the slot. */
  void announce() {
    announced = true;
  }

  boolean announced() {
    return announced;
  }

  /** Its failure is seen to elsewhere and no reason to hold off the next flight. */
  void excuse() {
    excused = true;
  }

  boolean excused() {
    return excused;
  }

  /** Names what is let go of when the flight lands. */
  void holding(Runnable letGo) {
    hold.arm(letGo);
  }

  /** Ends the flight, once: stops the step in progress, then gives everyone the outcome. */
  void land(Future<AccessToken> end) {
    if (outcome.compareAndSet(null, end)) {
      limit.flip();
      step.flip();
      hold.flip();
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
