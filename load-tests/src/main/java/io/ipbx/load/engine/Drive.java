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
 * @param beforeRound awaited before each round, from 1
 */
record Drive(
    List<Context> loops,
    Attempts attempts,
    LongSupplier clock,
    IntFunction<Future<Void>> beforeRound) {

  Context loopOf(long caller) {
    return loops.get((int) (caller % loops.size()));
  }

  Recording recording() {
    return attempts.recording();
  }
}
