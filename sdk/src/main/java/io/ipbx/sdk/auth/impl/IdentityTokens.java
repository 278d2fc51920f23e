package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.IpbxException;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.TokenEvent;
import io.ipbx.sdk.auth.TokenEvent.Reason;
import io.ipbx.sdk.auth.TokenIdentity;
import io.ipbx.sdk.auth.TokenStatus;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one identity and the slot of its one flight.
 *
 * <p>Serving a valid token reads what the slot holds and the clock, nothing else. Everything rarer
 * goes through the slot: whoever puts a flight into it clears that flight for take-off, all others
 * board it. A logout or a close empties the slot and so takes the flight's say away. After a
 * failure the slot stays empty until the pause is over.
 */
final class IdentityTokens {

  private final TokenIdentity identity;
  private final Runway runway;
  private final EngineContext engine;
  private final KeepWarm warm;
  private final TokenEvent.FlightJoined joined;
  private final TokenSlot slot = new TokenSlot();
  private final Replacements replacements;
  private final Flights flights;

  IdentityTokens(
      TokenIdentity identity,
      TokenSource source,
      Runway runway,
      EngineContext engine,
      Backoff backoff,
      KeepWarm warm) {
    this.identity = identity;
    this.runway = runway;
    this.engine = engine;
    this.warm = warm;
    this.joined = new TokenEvent.FlightJoined(identity);
    this.replacements = new Replacements(backoff);
    this.flights = new Flights(identity, source, slot, engine, backoff, this::leaving);
  }

  TokenIdentity identity() {
    return identity;
  }

  Future<AccessToken> current() {
    long now = engine.time().nanoTime();
    TokenSlot.State seen = slot.state();
    IssuedToken token = seen.held().usable(now);
    if (token == null) {
      return awaitSuccessorOf(null, Reason.NEEDED);
    }
    if (token.untilDue(now) <= 0) {
      renew(seen, Reason.AHEAD);
    }
    return token.served();
  }

  Future<AccessToken> refresh() {
    return awaitSuccessorOf(slot.held().usable(engine.time().nanoTime()), Reason.FORCED);
  }

  TokenStatus status() {
    long now = engine.time().nanoTime();
    TokenSlot.State seen = slot.state();
    IssuedToken token = seen.held().usable(now);
    Holdoff pause = inForce(seen.holdoff(), now);
    return new TokenStatus(
        token == null ? null : Duration.ofNanos(token.age(now)),
        token == null ? null : Duration.ofNanos(token.remaining(now)),
        seen.flight() != null,
        pause == null ? Duration.ZERO : Duration.ofNanos(pause.remaining(now)));
  }

  boolean invalidate(AccessToken token) {
    return putAside(token, () -> true);
  }

  /** As {@link CallTokens#refused}. */
  boolean refused(AccessToken token) {
    boolean wasGood = token instanceof IssuedToken issued && issued.isAccepted();
    return putAside(token, () -> wasGood || replacements.permit(engine.time().nanoTime()))
        || !slot.held().holds(token);
  }

  private boolean putAside(AccessToken token, BooleanSupplier permit) {
    boolean aside = slot.invalidate(token, permit);
    if (aside) {
      engine.tell(new TokenEvent.TokenInvalidated(identity));
    }
    return aside;
  }

  /** Forgets the refresh token that the server refused, unless a newer one has come. */
  void forgetRefresh(String refused) {
    slot.forgetRefresh(refused);
  }

  /** The refresh token now held; null when there is none. */
  @Nullable String refreshToken() {
    return slot.held().refreshToken();
  }

  /** A usable token other than {@code outdated}, from the flight in the air or a new one. */
  private Future<AccessToken> awaitSuccessorOf(@Nullable IssuedToken outdated, Reason reason) {
    Context caller = engine.callerContext();
    while (true) {
      if (engine.isClosed()) {
        return Future.failedFuture(engine.closedError());
      }
      long now = engine.time().nanoTime();
      TokenSlot.State seen = slot.state();
      IssuedToken token = seen.held().usable(now);
      if (token != null && token != outdated) {
        return token.served();
      }
      Flight flight = seen.flight();
      if (flight != null) {
        Future<AccessToken> boarded = flight.board(caller, now);
        if (boarded != null) {
          engine.tell(joined);
          return boarded;
        }
        continue;
      }
      Holdoff pause = inForce(seen.holdoff(), now);
      if (pause != null) {
        engine.tell(pause.event());
        return pause.refusal();
      }
      Flight mine = newFlight(seen);
      Future<AccessToken> boarded = mine.board(caller, now);
      if (boarded != null && slot.enter(mine, seen)) {
        takeOff(mine, reason);
        return boarded;
      }
    }
  }

  /**
   * Starts a flight that nobody waits for, unless one is in the air or none may start yet.
   *
   * @param seen how it stood when its caller looked
   */
  private void renew(TokenSlot.State seen, Reason reason) {
    if (seen.flight() != null
        || inForce(seen.holdoff(), engine.time().nanoTime()) != null
        || engine.isClosed()) {
      return;
    }
    Flight flight = newFlight(seen);
    if (slot.enter(flight, seen)) {
      takeOff(flight, reason);
    }
  }

  /** What the timer does that keeps the tokens warm. */
  private void renewWarm() {
    long now = engine.time().nanoTime();
    TokenSlot.State seen = slot.state();
    IssuedToken token = seen.held().usable(now);
    Holdoff pause = inForce(seen.holdoff(), now);
    if (pause != null) {
      warm.in(Duration.ofNanos(pause.remaining(now)), this::renewWarm);
    } else if (token != null && token.untilDue(now) > 0) {
      warm.in(Duration.ofNanos(token.untilDue(now)), this::renewWarm);
    } else {
      renew(seen, Reason.WARM);
    }
  }

  private Flight newFlight(TokenSlot.State seen) {
    Holdoff last = seen.holdoff();
    return engine.newFlight(identity, last == null ? 0 : last.failures());
  }

  private static @Nullable Holdoff inForce(@Nullable Holdoff last, long nanoTime) {
    return last != null && last.remaining(nanoTime) > 0 ? last : null;
  }

  /** Starts a flight that has just won the slot. */
  private void takeOff(Flight flight, Reason reason) {
    IdentityTokens flying = claimRunway(flight);
    if (flying == this) {
      flights.start(flight, slot.held(), reason);
    } else if (flying != null) {
      Future<AccessToken> other = flying.current();
      other.onComplete(end -> leaveSlot(flight, other));
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
    return slot.whileIn(
        flight,
        () -> {
          IdentityTokens flying = runway.claim(this);
          if (flying == this) {
            flight.announce();
          }
          return flying;
        });
  }

  /** What goes with the flight when it leaves the slot, under the lock. */
  private void leaving(@Nullable Duration nextRenewal) {
    warm.in(nextRenewal, this::renewWarm);
    runway.release(this);
  }

  /** Ends a flight that never asked the server. */
  private void leaveSlot(Flight flight, Future<AccessToken> outcome) {
    slot.leave(flight);
    flight.land(outcome);
  }

  /** Forgets the tokens and fails the waiters with {@code why}. */
  void ground(IpbxException why) {
    Flight flight =
        slot.clear(
            () -> {
              warm.stop();
              runway.release(this);
            });
    if (flight != null) {
      flights.ground(flight, why);
    }
  }
}
