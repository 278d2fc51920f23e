package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.auth.AccessToken;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an identity holds, and the place of its one flight. Whoever puts a flight in starts it; only
 * the flight that is in may change what is held, and it leaves with the change. Reading takes no
 * lock. Knows no future, no context and no clock, so that its interleavings can be enumerated.
 */
final class TokenSlot {

  /** Read by anyone, written under the lock. */
  private volatile State state = new State(TokenSet.EMPTY, null, null);

  /** How it stood at one moment; each change makes another. */
  static final class State {

    private final TokenSet held;
    private final @Nullable Flight flight;
    private final @Nullable Holdoff holdoff;

    private State(TokenSet held, @Nullable Flight flight, @Nullable Holdoff holdoff) {
      this.held = held;
      this.flight = flight;
      this.holdoff = holdoff;
    }

    TokenSet held() {
      return held;
    }

    /** The flight that is in; null when there is none. */
    @Nullable Flight flight() {
      return flight;
    }

    /** What the last flight that failed left; null after one that did not. */
    @Nullable Holdoff holdoff() {
      return holdoff;
    }

    private State holding(TokenSet tokens) {
      return new State(tokens, flight, holdoff);
    }
  }

  State state() {
    return state;
  }

  TokenSet held() {
    return state.held;
  }

  /**
   * Puts {@code starting} in, unless another is, or anything has changed since its maker looked:
   * who boards a flight is to get what it brings, never what was there before.
   *
   * @param seen what he saw
   */
  synchronized boolean enter(Flight starting, State seen) {
    if (state != seen || seen.flight != null) {
      return false;
    }
    state = new State(seen.held, starting, seen.holdoff);
    return true;
  }

  /** Takes {@code ended} out, with nothing changed; without effect when it is out already. */
  synchronized void leave(Flight ended) {
    if (state.flight == ended) {
      state = new State(state.held, null, state.holdoff);
    }
  }

  /** What {@code action} gives; null, and it does not run, when {@code flying} is out already. */
  synchronized <T> @Nullable T whileIn(Flight flying, Supplier<T> action) {
    return state.flight == flying ? action.get() : null;
  }

  /** From now on {@code tokens} are held; false when {@code landing} has lost its say. */
  synchronized boolean publish(Flight landing, TokenSet tokens, Runnable leaving) {
    if (state.flight != landing) {
      return false;
    }
    leaving.run();
    state = new State(tokens.keepingRefreshOf(state.held), null, null);
    return true;
  }

  /**
   * Ends a flight that brought nothing; false when it has lost its say.
   *
   * @param pause null to leave the last one as it is
   */
  synchronized boolean fail(Flight failing, @Nullable Holdoff pause, Runnable leaving) {
    if (state.flight != failing) {
      return false;
    }
    leaving.run();
    state = new State(state.held, null, pause == null ? state.holdoff : pause);
    return true;
  }

  /** Forgets the tokens and takes the flight out, if there is one: it has no say from now on. */
  synchronized @Nullable Flight clear(Runnable leaving) {
    leaving.run();
    Flight flight = state.flight;
    state = new State(TokenSet.EMPTY, null, state.holdoff);
    return flight;
  }

  /**
   * Puts {@code token} aside if it is the one that is held and {@code permit}, asked only then,
   * allows it; whether it did.
   */
  synchronized boolean invalidate(AccessToken token, BooleanSupplier permit) {
    if (!state.held.holds(token) || !permit.getAsBoolean()) {
      return false;
    }
    state = state.holding(state.held.withoutAccess());
    return true;
  }

  /** Forgets the refresh token that the server refused, unless a newer one has come. */
  synchronized void forgetRefresh(String refused) {
    if (refused.equals(state.held.refreshToken())) {
      state = state.holding(state.held.withoutRefresh());
    }
  }
}
