package io.ipbx.load.engine;

import io.vertx.core.Future;
import java.time.Duration;

/** A way of calling: {@link Arrivals}, {@link Rounds} or {@link Loops}. */
public sealed interface Load permits Arrivals, Rounds, Loops {

  /** How many callers there are, numbered from 0. */
  long callers();

  /** How long it takes when every answer comes at once. */
  default Duration lasts() {
    return Duration.ZERO;
  }

  /**
   * What one of several machines makes of this load: a block of its callers, each call due when it
   * would be due otherwise.
   *
   * @param index which of them, from 0
   * @param of how many there are
   * @throws IllegalArgumentException when there are fewer callers than that
   */
  Load part(int index, int of);

  /** The first caller of that part, among all. */
  default long firstOf(int index, int of) {
    return callers() * index / of;
  }

  /** How many callers that part has. */
  default long callersOf(int index, int of) {
    if (callers() < of) {
      throw new IllegalArgumentException(
          "callers is " + callers() + ": for " + of + " agents, " + of + " and more are allowed");
    }
    return firstOf(index + 1, of) - firstOf(index, of);
  }

  /** Calls until all is done; the future completes when every call has ended. */
  Future<Void> drive(Drive drive);
}
