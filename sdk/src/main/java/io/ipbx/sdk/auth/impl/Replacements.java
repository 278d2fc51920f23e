package io.ipbx.sdk.auth.impl;

/**
 * Spares the auth server when the API takes no token at all. A refused token is replaced at once;
 * the next, unless it was good before, is not before a pause is over, or every call would cost a
 * grant to learn the same again. Guarded by the lock of the slot.
 */
final class Replacements {

  /** A revocation amid such trouble is to be noticed in seconds. */
  private static final int LONGEST_STREAK = 4;

  private final Backoff backoff;
  private int streak;
  private long pause;
  private long until;

  Replacements(Backoff backoff) {
    this.backoff = backoff;
  }

  /** Whether a refused token may be replaced now; that it is, is then taken for granted. */
  boolean permit(long nanoTime) {
    if (streak > 0 && until - nanoTime > 0) {
      return false;
    }
    boolean goesOn = streak > 0 && nanoTime - until < pause;
    streak = goesOn ? Math.min(streak + 1, LONGEST_STREAK) : 1;
    pause = backoff.pause(streak).toNanos();
    until = nanoTime + pause;
    return true;
  }
}
