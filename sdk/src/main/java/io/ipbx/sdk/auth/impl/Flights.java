package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.ImpersonationDeniedException;
import io.ipbx.sdk.IpbxException;
import io.ipbx.sdk.RequestTimeoutException;
import io.ipbx.sdk.TokenPausedException;
import io.ipbx.sdk.auth.TokenEvent;
import io.ipbx.sdk.auth.TokenEvent.Reason;
import io.ipbx.sdk.auth.TokenEvent.Waiters;
import io.ipbx.sdk.auth.TokenIdentity;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a flight once it is cleared for take-off. Only while it is still in the slot it
 * leaves it with its tokens, and then lets the waiters go: in this order, on every path.
 */
final class Flights {

  private final TokenIdentity identity;
  private final TokenSource source;
  private final TokenSlot slot;
  private final EngineContext engine;
  private final Backoff backoff;
  private final Consumer<@Nullable Duration> leaving;

  /**
   * @param leaving what goes with a flight that leaves the slot, under its lock; told when the next
   *     one is due, null when nothing tells
   */
  Flights(
      TokenIdentity identity,
      TokenSource source,
      TokenSlot slot,
      EngineContext engine,
      Backoff backoff,
      Consumer<@Nullable Duration> leaving) {
    this.identity = identity;
    this.source = source;
    this.slot = slot;
    this.engine = engine;
    this.backoff = backoff;
    this.leaving = leaving;
  }

  /**
   * Starts a flight that is in the slot.
   *
   * @param before what was held then
   */
  void start(Flight flight, TokenSet before, Reason reason) {
    engine.tell(new TokenEvent.FlightStarted(identity, reason));
    try {
      engine.run(() -> fly(flight, before));
    } catch (RuntimeException refused) {
      land(flight, Future.failedFuture(refused));
    }
  }

  /** Ends a flight that was taken out of the slot. */
  void ground(Flight flight, IpbxException why) {
    if (flight.announced()) {
      tellFailure(flight, why);
    }
    flight.land(Future.failedFuture(why));
  }

  private void fly(Flight flight, TokenSet before) {
    if (flight.landed()) {
      return;
    }
    Duration allowed = Duration.ofNanos(flight.remaining(engine.time().nanoTime()));
    flight.limitedBy(engine.time().schedule(allowed, () -> land(flight, overdue(flight))));
    Future<TokenSet> fetched;
    try {
      fetched = source.fetch(flight, before);
    } catch (Throwable broken) {
      fetched = Future.failedFuture(broken);
    }
    fetched.onComplete(tokens -> land(flight, tokens));
  }

  private Future<TokenSet> overdue(Flight flight) {
    IpbxException last = flight.lastFailure();
    return Future.failedFuture(
        new RequestTimeoutException(
            "no token from the auth server within "
                + engine.flightTimeout()
                + (last == null ? "" : "; the last try before failed: " + last.getMessage()),
            last));
  }

  private void land(Flight flight, AsyncResult<TokenSet> end) {
    TokenSet tokens = end.result();
    IssuedToken token = tokens == null ? null : tokens.access();
    if (tokens == null || token == null) {
      landWithout(flight, Failures.typed(end.cause()));
      return;
    }
    Duration due = Duration.ofNanos(token.untilDue(engine.time().nanoTime()));
    if (slot.publish(flight, tokens, () -> leaving.accept(due))) {
      long now = engine.time().nanoTime();
      Duration took = Duration.ofNanos(now - flight.started());
      Waiters waiters = flight.waiters(now);
      engine.tell(new TokenEvent.FlightLanded(identity, tokens.grant(), took, waiters));
      flight.land(token.served());
    }
  }

  /** The same without tokens: from now on no flight starts before the pause is over. */
  private void landWithout(Flight flight, IpbxException cause) {
    Duration pause = pauseAfter(flight, cause);
    Holdoff left = pause == null ? null : holdoff(flight, cause, pause);
    if (slot.fail(flight, left, () -> leaving.accept(pause))) {
      tellFailure(flight, cause);
      if (pause != null && !flight.excused()) {
        engine.tell(new TokenEvent.BackedOff(identity, cause, pause));
      }
      flight.land(Future.failedFuture(cause));
    }
  }

  private @Nullable Duration pauseAfter(Flight flight, IpbxException cause) {
    Duration left = flight.pause();
    return left != null || flight.excused() ? left : backoff.after(cause, flight.failedOnce(cause));
  }

  private Holdoff holdoff(Flight flight, IpbxException cause, Duration pause) {
    // Verdicts are what callers look for by their type; all else is told as what it is, a pause.
    boolean verdict = flight.excused() || cause instanceof ImpersonationDeniedException;
    IpbxException told =
        verdict ? cause : new TokenPausedException(cause, engine.time().instant().plus(pause));
    long until = engine.time().nanoTime() + pause.toNanos();
    return Holdoff.of(identity, told, flight.failures(), until);
  }

  private void tellFailure(Flight flight, IpbxException cause) {
    long now = engine.time().nanoTime();
    Duration took = Duration.ofNanos(now - flight.started());
    engine.tell(new TokenEvent.FlightFailed(identity, cause, took, flight.waiters(now)));
  }
}
