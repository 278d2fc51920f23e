package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.ClientClosedException;
import io.ipbx.sdk.auth.TokenEvent;
import io.ipbx.sdk.auth.TokenIdentity;
import io.ipbx.sdk.auth.TokenListener;
import io.ipbx.sdk.spi.Time;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;

/** What all identities of one client share. */
final class EngineContext {

  private final Vertx vertx;
  private final Context home;
  private final Time time;
  private final TokenListener listener;
  private final Duration flightTimeout;
  private volatile boolean closed;

  EngineContext(Vertx vertx, Time time, TokenListener listener, Duration flightTimeout) {
    this.vertx = vertx;
    // An event loop of the client's own: flights must not live on a context that a caller can end.
    this.home = ((VertxInternal) vertx).createEventLoopContext();
    this.time = time;
    this.listener = listener;
    this.flightTimeout = flightTimeout;
  }

  /** Runs {@code action} where flights live. */
  void run(Runnable action) {
    home.runOnContext(ignored -> action.run());
  }

  Context callerContext() {
    Context caller = Vertx.currentContext();
    return caller != null ? caller : vertx.getOrCreateContext();
  }

  /** {@code future} as the present caller is to get it. */
  <T> Future<T> onCallerContext(Future<T> future) {
    Context caller = callerContext();
    Promise<T> told = Promise.promise();
    future.onComplete(end -> caller.runOnContext(ignored -> future.onComplete(told)));
    return told.future();
  }

  /**
   * @param failures how many tries failed in a row before it
   */
  Flight newFlight(TokenIdentity identity, int failures) {
    long now = time.nanoTime();
    return new Flight(identity, now, now + flightTimeout.toNanos(), failures);
  }

  Time time() {
    return time;
  }

  Duration flightTimeout() {
    return flightTimeout;
  }

  void tell(TokenEvent event) {
    try {
      listener.onEvent(event);
    } catch (Throwable ignored) {
      // A listener looks on; what it throws, errors included, must not keep a flight from landing.
    }
  }

  boolean isClosed() {
    return closed;
  }

  void close() {
    closed = true;
  }

  ClientClosedException closedError() {
    return new ClientClosedException("the client is closed");
  }
}
