package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.IpbxException;
import io.ipbx.sdk.RequestTimeoutException;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.TokenEvent;
import io.ipbx.sdk.auth.TokenEvent.Reason;
import io.ipbx.sdk.auth.TokenEvent.Waiters;
import io.ipbx.sdk.auth.TokenIdentity;
import io.ipbx.sdk.auth.TokenStatus;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one identity and the slot of its one flight.
 *
 * <p>Serving a valid token reads {@link #held} and the clock, nothing else. Everything rarer goes
 * through the slot: whoever puts a flight into it starts that flight, all others board it. A flight
 * publishes its tokens only while it is still in the slot, then empties the slot, then lets the
 * waiters go; a logout or a close empties the slot first and so takes the flight's say away. After
 * a failure the slot stays empty until the pause is over.
 */
final class IdentityTokens {

  private final TokenIdentity identity;
  private final TokenSource source;
  private final Runway runway;
  private final EngineContext engine;
  private final Backoff backoff;
  private final KeepWarm warm;
  private final TokenEvent.FlightJoined joined;
  private final AtomicReference<@Nullable Flight> slot = new AtomicReference<>();

  /** Read by anyone, written under the lock of the slot. */
  private volatile TokenSet held = TokenSet.EMPTY;

  /** Read by anyone, written under the lock of the slot; null after a success. */
  private volatile @Nullable Holdoff holdoff;

  IdentityTokens(
      TokenIdentity identity,
      TokenSource source,
      Runway runway,
      EngineContext engine,
      Backoff backoff,
      KeepWarm warm) {
    this.identity = identity;
    this.source = source;
    this.runway = runway;
    this.engine = engine;
    this.backoff = backoff;
    this.warm = warm;
    this.joined = new TokenEvent.FlightJoined(identity);
  }

  TokenIdentity identity() {
    return identity;
  }

  Future<AccessToken> current() {
    long now = engine.time().nanoTime();
    IssuedToken token = held.usable(now);
    if (token == null) {
      return awaitSuccessorOf(null, Reason.NEEDED);
    }
    if (token.untilDue(now) <= 0) {
      renew(token, Reason.AHEAD);
    }
    return token.served();
  }

  Future<AccessToken> refresh() {
    return awaitSuccessorOf(held.usable(engine.time().nanoTime()), Reason.FORCED);
  }

  TokenStatus status() {
    long now = engine.time().nanoTime();
    IssuedToken token = held.usable(now);
    Holdoff pause = holdoffAt(now);
    return new TokenStatus(
        token == null ? null : Duration.ofNanos(token.age(now)),
        token == null ? null : Duration.ofNanos(token.remaining(now)),
        slot.get() != null,
        pause == null ? Duration.ZERO : Duration.ofNanos(pause.remaining(now)));
  }

  boolean invalidate(AccessToken token) {
    synchronized (slot) {
      if (!held.holds(token)) {
        return false;
      }
      held = held.withoutAccess();
    }
    engine.tell(new TokenEvent.TokenInvalidated(identity));
    return true;
  }

  /** Forgets the refresh token that the server refused, unless a newer one has come. */
  void forgetRefresh(String refused) {
    synchronized (slot) {
      if (refused.equals(held.refreshToken())) {
        held = held.withoutRefresh();
      }
    }
  }

  /** The refresh token now held; null when there is none. */
  @Nullable String refreshToken() {
    return held.refreshToken();
  }

  /** A usable token other than {@code outdated}, from the flight in the air or a new one. */
  private Future<AccessToken> awaitSuccessorOf(@Nullable IssuedToken outdated, Reason reason) {
    Context caller = engine.callerContext();
    while (true) {
      if (engine.isClosed()) {
        return Future.failedFuture(engine.closedError());
      }
      long now = engine.time().nanoTime();
      IssuedToken token = held.usable(now);
      if (token != null && token != outdated) {
        return token.served();
      }
      Flight flight = slot.get();
      if (flight != null) {
        Future<AccessToken> boarded = flight.board(caller, now);
        if (boarded != null) {
          engine.tell(joined);
          return boarded;
        }
        continue;
      }
      Holdoff pause = holdoffAt(now);
      if (pause != null) {
        engine.tell(pause.event());
        return pause.refusal();
      }
      Flight mine = newFlight();
      Future<AccessToken> boarded = mine.board(caller, now);
      if (boarded != null && slot.compareAndSet(null, mine)) {
        takeOff(mine, outdated, reason);
        return boarded;
      }
    }
  }

  /** Starts a flight that nobody waits for, unless one is in the air or none may start yet. */
  private void renew(@Nullable IssuedToken outdated, Reason reason) {
    if (slot.get() != null || holdoffAt(engine.time().nanoTime()) != null || engine.isClosed()) {
      return;
    }
    Flight flight = newFlight();
    if (slot.compareAndSet(null, flight)) {
      takeOff(flight, outdated, reason);
    }
  }

  /** What the timer does that keeps the tokens warm. */
  private void renewWarm() {
    long now = engine.time().nanoTime();
    IssuedToken token = held.usable(now);
    Holdoff pause = holdoffAt(now);
    if (pause != null) {
      warm.in(Duration.ofNanos(pause.remaining(now)), this::renewWarm);
    } else if (token != null && token.untilDue(now) > 0) {
      warm.in(Duration.ofNanos(token.untilDue(now)), this::renewWarm);
    } else {
      renew(token, Reason.WARM);
    }
  }

  private Flight newFlight() {
    Holdoff last = holdoff;
    return engine.newFlight(identity, last == null ? 0 : last.failures());
  }

  private @Nullable Holdoff holdoffAt(long nanoTime) {
    Holdoff last = holdoff;
    return last != null && last.remaining(nanoTime) > 0 ? last : null;
  }

  /** Starts a flight that has just won the slot. */
  private void takeOff(Flight flight, @Nullable IssuedToken outdated, Reason reason) {
    TokenSet before = held;
    long now = engine.time().nanoTime();
    IssuedToken token = before.usable(now);
    Holdoff pause = holdoffAt(now);
    if (token != null && token != outdated) {
      // Another flight landed between the look at the tokens and the claim of the slot,
      leaveSlot(flight, token.served());
      return;
    }
    if (pause != null) {
      // or failed.
      leaveSlot(flight, pause.refusal());
      return;
    }
    IdentityTokens flying = claimRunway(flight);
    if (flying == this) {
      engine.tell(new TokenEvent.FlightStarted(identity, reason));
      try {
        engine.run(() -> fly(flight, before));
      } catch (RuntimeException refused) {
        land(flight, Future.failedFuture(refused));
      }
    } else if (flying != null) {
      flying.current().onComplete(other -> leaveSlot(flight, asFuture(other)));
    }
    if (engine.isClosed()) {
      ground(engine.closedError());
    }
  }

  /**
   * Who may fly; null when the flight was grounded already. Under the lock, so that a claim stands
   * exactly as long as its flight is in the slot.
   */
  private @Nullable IdentityTokens claimRunway(Flight flight) {
    synchronized (slot) {
      if (slot.get() != flight) {
        return null;
      }
      IdentityTokens flying = runway.claim(this);
      if (flying == this) {
        flight.announce();
      }
      return flying;
    }
  }

  private void fly(Flight flight, TokenSet before) {
    if (flight.landed()) {
      return;
    }
    Duration allowed = Duration.ofNanos(flight.remaining(engine.time().nanoTime()));
    flight.limitedBy(engine.time().schedule(allowed, () -> land(flight, overdue())));
    Future<TokenSet> fetched;
    try {
      fetched = source.fetch(flight, before);
    } catch (Throwable broken) {
      fetched = Future.failedFuture(broken);
    }
    fetched.onComplete(tokens -> land(flight, asFuture(tokens)));
  }

  private Future<TokenSet> overdue() {
    return Future.failedFuture(
        new RequestTimeoutException(
            "no token from the auth server within " + engine.flightTimeout(), null));
  }

  /** Publishes, empties the slot, lets the waiters go: in this order, on every path. */
  private void land(Flight flight, Future<TokenSet> end) {
    TokenSet tokens = end.result();
    IssuedToken token = tokens == null ? null : tokens.access();
    Future<AccessToken> outcome =
        token != null ? token.served() : Future.failedFuture(Failures.typed(end.cause()));
    long now = engine.time().nanoTime();
    Duration pause = null;
    synchronized (slot) {
      if (slot.get() != flight) {
        return;
      }
      if (tokens != null && token != null) {
        held = tokens.keepingRefreshOf(held);
        holdoff = null;
        warm.in(Duration.ofNanos(token.untilDue(now)), this::renewWarm);
      } else if (!flight.excused()) {
        pause = holdOff(flight, Failures.typed(outcome.cause()), now);
        warm.in(pause, this::renewWarm);
      }
      runway.release(this);
      slot.set(null);
    }
    tellEnd(flight, outcome, tokens, pause);
    flight.land(outcome);
  }

  /** From now on no flight starts before the pause is over. */
  private Duration holdOff(Flight flight, IpbxException cause, long now) {
    Duration left = flight.pause();
    int failures = left != null ? flight.failures() : flight.failedOnce();
    Duration pause = left != null ? left : backoff.after(cause, failures);
    holdoff = Holdoff.after(identity, cause, failures, pause, now, engine.time().instant());
    return pause;
  }

  private void tellEnd(
      Flight flight,
      Future<AccessToken> outcome,
      @Nullable TokenSet tokens,
      @Nullable Duration pause) {
    long now = engine.time().nanoTime();
    Duration took = Duration.ofNanos(now - flight.started());
    Waiters waiters = flight.waiters(now);
    if (tokens != null) {
      engine.tell(new TokenEvent.FlightLanded(identity, tokens.grant(), took, waiters));
      return;
    }
    IpbxException cause = Failures.typed(outcome.cause());
    engine.tell(new TokenEvent.FlightFailed(identity, cause, took, waiters));
    if (pause != null) {
      engine.tell(new TokenEvent.BackedOff(identity, cause, pause));
    }
  }

  /** Ends a flight that never asked the server. */
  private void leaveSlot(Flight flight, Future<AccessToken> outcome) {
    slot.compareAndSet(flight, null);
    flight.land(outcome);
  }

  /** Forgets the tokens and fails the waiters with {@code why}. */
  void ground(IpbxException why) {
    Flight flight;
    synchronized (slot) {
      held = TokenSet.EMPTY;
      warm.stop();
      runway.release(this);
      flight = slot.getAndSet(null);
    }
    if (flight != null) {
      Future<AccessToken> outcome = Future.failedFuture(why);
      if (flight.announced()) {
        tellEnd(flight, outcome, null, null);
      }
      flight.land(outcome);
    }
  }

  private static <T> Future<T> asFuture(AsyncResult<T> result) {
    return result.succeeded()
        ? Future.succeededFuture(result.result())
        : Future.failedFuture(result.cause());
  }
}
