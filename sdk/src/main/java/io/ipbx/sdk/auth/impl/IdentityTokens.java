package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.IpbxException;
import io.ipbx.sdk.RequestTimeoutException;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.TokenEvent;
import io.ipbx.sdk.auth.TokenIdentity;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one identity and the slot of its one flight.
 *
 * <p>Serving a valid token reads {@link #held} and the clock, nothing else. Everything rarer goes
 * through the slot: whoever puts a flight into it starts that flight, all others board it. A flight
 * publishes its tokens only while it is still in the slot, then empties the slot, then lets the
 * waiters go; a logout or a close empties the slot first and so takes the flight's say away.
 */
final class IdentityTokens {

  private final TokenIdentity identity;
  private final TokenSource source;
  private final Runway runway;
  private final EngineContext engine;
  private final AtomicReference<@Nullable Flight> slot = new AtomicReference<>();

  /** Read by anyone, written under the lock of the slot. */
  private volatile TokenSet held = TokenSet.EMPTY;

  IdentityTokens(TokenIdentity identity, TokenSource source, Runway runway, EngineContext engine) {
    this.identity = identity;
    this.source = source;
    this.runway = runway;
    this.engine = engine;
  }

  TokenIdentity identity() {
    return identity;
  }

  Future<AccessToken> current() {
    IssuedToken token = held.usable(engine.time().nanoTime());
    return token != null ? token.served() : awaitSuccessorOf(null);
  }

  Future<AccessToken> refresh() {
    return awaitSuccessorOf(held.usable(engine.time().nanoTime()));
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
  private Future<AccessToken> awaitSuccessorOf(@Nullable IssuedToken outdated) {
    @Nullable Context caller = null;
    while (true) {
      if (engine.isClosed()) {
        return Future.failedFuture(engine.closedError());
      }
      IssuedToken token = held.usable(engine.time().nanoTime());
      if (token != null && token != outdated) {
        return token.served();
      }
      if (caller == null) {
        caller = engine.callerContext();
      }
      Flight flight = slot.get();
      if (flight == null) {
        flight = engine.newFlight();
        Future<AccessToken> boarded = flight.board(caller);
        if (!slot.compareAndSet(null, flight)) {
          continue;
        }
        takeOff(flight, outdated);
        if (boarded != null) {
          return boarded;
        }
      } else {
        Future<AccessToken> boarded = flight.board(caller);
        if (boarded != null) {
          return boarded;
        }
      }
    }
  }

  /** Starts a flight that has just won the slot. */
  private void takeOff(Flight flight, @Nullable IssuedToken outdated) {
    TokenSet before = held;
    IssuedToken token = before.usable(engine.time().nanoTime());
    if (token != null && token != outdated) {
      // Another flight landed between the look at the tokens and the claim of the slot.
      leaveSlot(flight, token.served());
      return;
    }
    IdentityTokens flying = claimRunway(flight);
    if (flying != this) {
      flying.current().onComplete(joined -> leaveSlot(flight, asFuture(joined)));
      return;
    }
    try {
      engine.run(() -> fly(flight, before));
    } catch (RuntimeException refused) {
      land(flight, Future.failedFuture(refused));
    }
    if (engine.isClosed()) {
      ground(engine.closedError());
    }
  }

  /** Under the lock, so that a claim stands exactly as long as its flight is in the slot. */
  private IdentityTokens claimRunway(Flight flight) {
    synchronized (slot) {
      return slot.get() == flight ? runway.claim(this) : this;
    }
  }

  private void fly(Flight flight, TokenSet before) {
    if (flight.landed()) {
      return;
    }
    engine.tell(new TokenEvent.FlightStarted(identity));
    Duration allowed = Duration.ofNanos(flight.remaining(engine.time().nanoTime()));
    flight.limitedBy(engine.time().schedule(allowed, () -> land(flight, overdue())));
    Future<TokenSet> fetched;
    try {
      fetched = source.fetch(flight, before);
    } catch (RuntimeException broken) {
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
    Future<AccessToken> outcome;
    synchronized (slot) {
      if (slot.get() != flight) {
        return;
      }
      outcome =
          end.succeeded()
              ? publish(end.result())
              : Future.failedFuture(Failures.typed(end.cause()));
      runway.release(this);
      slot.set(null);
    }
    tellLanding(flight, outcome);
    flight.land(outcome);
  }

  private Future<AccessToken> publish(TokenSet tokens) {
    IssuedToken token = Objects.requireNonNull(tokens.access());
    held = tokens.keepingRefreshOf(held);
    return token.served();
  }

  private void tellLanding(Flight flight, Future<AccessToken> outcome) {
    Duration took = Duration.ofNanos(engine.time().nanoTime() - flight.started());
    engine.tell(
        outcome.succeeded()
            ? new TokenEvent.FlightLanded(identity, held.grant(), took)
            : new TokenEvent.FlightFailed(identity, Failures.typed(outcome.cause()), took));
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
      runway.release(this);
      flight = slot.getAndSet(null);
    }
    if (flight != null) {
      flight.land(Future.failedFuture(why));
    }
  }

  private static <T> Future<T> asFuture(AsyncResult<T> result) {
    return result.succeeded()
        ? Future.succeededFuture(result.result())
        : Future.failedFuture(result.cause());
  }
}
