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
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.spi.context.storage.AccessMode;
import io.vertx.core.spi.context.storage.ContextLocal;
import java.time.Duration;

/** What all identities of one client share. */
final class EngineContext {

  private final VertxInternal vertx;
  private final ContextInternal home;
  private final Time time;
  private final TokenListener listener;
  private final Duration flightTimeout;
  private volatile boolean closed;

  EngineContext(Vertx vertx, Time time, TokenListener listener, Duration flightTimeout) {
    this.vertx = (VertxInternal) vertx;
    // An event loop of the client's own: flights must not live on a context that a caller can end.
    this.home = this.vertx.createEventLoopContext();
    this.time = time;
    this.listener = listener;
    this.flightTimeout = flightTimeout;
  }

  /**
   * Runs {@code action} where flights live. What it sends belongs to the trace of the caller who
   * gave the cause, if he has one; those who join later have no part in it.
   */
  void run(Runnable action) {
    ContextInternal flight = home.duplicate();
    ContextInternal caller = ContextInternal.current();
    if (caller != null && caller.unwrap() != home && vertx.tracer() != null) {
      vertx.contextLocals().forEach(local -> copy(local, caller, flight));
    }
    flight.runOnContext(ignored -> action.run());
  }

  /** The caller's own map of anything is left to him: it is not for a flight to write to. */
  private static <T> void copy(ContextLocal<T> local, ContextInternal from, ContextInternal to) {
    T value =
        local == ContextInternal.LOCAL_MAP ? null : from.getLocal(local, AccessMode.CONCURRENT);
    if (value != null) {
      to.putLocal(local, AccessMode.CONCURRENT, value);
    }
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
