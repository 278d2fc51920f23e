package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.auth.AccessToken;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an identity holds, and the place of its one flight. Whoever puts a flight in starts it; only
 * the flight that is in may change what is held, and it leaves with the change. Reading takes no
 * lock. Knows no future, no context and no clock, so that its interleavings can be enumerated.
 */
final class TokenSlot {

  private final AtomicReference<@Nullable Flight> flight = new AtomicReference<>();

  /** Both read by anyone, written under the lock. */
  private volatile TokenSet held = TokenSet.EMPTY;

  private volatile @Nullable Holdoff holdoff;

  TokenSet held() {
    return held;
  }

  /** What the last flight that failed left; null after one that did not. */
  @Nullable Holdoff holdoff() {
    return holdoff;
  }

  /** The flight that is in; null when there is none. */
  @Nullable Flight flight() {
    return flight.get();
  }

  /**
   * Puts {@code starting} in, unless another is, or has come and gone since its maker looked: who
   * boards a flight is to get what it brings, never what was there before.
   *
   * @param seen what was held when he looked
   * @param pause the one that he saw
   */
  synchronized boolean enter(Flight starting, TokenSet seen, @Nullable Holdoff pause) {
    return held.equals(seen)
        && Objects.equals(holdoff, pause)
        && flight.compareAndSet(null, starting);
  }

  /** Takes {@code ended} out, with nothing changed; without effect when it is out already. */
  void leave(Flight ended) {
    flight.compareAndSet(ended, null);
  }

  /** What {@code action} gives; null, and it does not run, when {@code flying} is out already. */
  synchronized <T> @Nullable T whileIn(Flight flying, Supplier<T> action) {
    return flight.get() == flying ? action.get() : null;
  }

  /**
   * From now on {@code tokens} are held; false when {@code landing} has lost its say. It is out
   * before they are there, so that nobody who knows them boards it; and who finds neither it nor
   * them cannot enter before they are there.
   */
  synchronized boolean publish(Flight landing, TokenSet tokens, Runnable leaving) {
    if (flight.get() != landing) {
      return false;
    }
    flight.set(null);
    held = tokens.keepingRefreshOf(held);
    holdoff = null;
    leaving.run();
    return true;
  }

  /**
   * Ends a flight that brought nothing; false when it has lost its say.
   *
   * @param pause null to leave the last one as it is
   */
  synchronized boolean fail(Flight failing, @Nullable Holdoff pause, Runnable leaving) {
    if (flight.get() != failing) {
      return false;
    }
    if (pause != null) {
      holdoff = pause;
    }
    leaving.run();
    flight.set(null);
    return true;
  }

  /** Forgets the tokens and takes the flight out, if there is one: it has no say from now on. */
  synchronized @Nullable Flight clear(Runnable leaving) {
    held = TokenSet.EMPTY;
    leaving.run();
    return flight.getAndSet(null);
  }

  /**
   * Puts {@code token} aside if it is the one that is held and {@code permit}, asked only then,
   * allows it; whether it did.
   */
  synchronized boolean invalidate(AccessToken token, BooleanSupplier permit) {
    if (!held.holds(token) || !permit.getAsBoolean()) {
      return false;
    }
    held = held.withoutAccess();
    return true;
  }

  /** Forgets the refresh token that the server refused, unless a newer one has come. */
  synchronized void forgetRefresh(String refused) {
    if (refused.equals(held.refreshToken())) {
      held = held.withoutRefresh();
    }
  }
}
