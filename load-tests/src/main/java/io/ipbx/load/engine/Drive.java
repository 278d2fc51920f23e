package io.ipbx.load.engine;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/**
 * What a load is driven with.
 *
 * @param loops the event loops over which callers are spread
 * @param clock nanoseconds, monotonic
 * @param began the instant from which calls are due, by that clock
 * @param beforeRound tells the instant at which each round is due, from 1
 */
record Drive(
    List<Context> loops,
    Attempts attempts,
    LongSupplier clock,
    long began,
    IntFunction<Future<Long>> beforeRound) {

  /** How many calls an event loop starts before it looks at its sockets again. */
  static final int TURN = 256;

  Context loopOf(long caller) {
    return loops.get((int) (caller % loops.size()));
  }

  Recording recording() {
    return attempts.recording();
  }
}
