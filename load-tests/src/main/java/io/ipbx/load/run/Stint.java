package io.ipbx.load.run;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.IntFunction;

/** One run of a {@link Crew}, its methods called in this order. */
public interface Stint {

  /** Warms code up, with a client that is thrown away. */
  Future<Void> warmUp();

  /** Makes the client, with tokens if the plan wants it to have some; fails when it gets none. */
  Future<Void> open();

  /** Runs {@code action} once that many calls have ended; to be said before the start. */
  void after(long calls, Runnable action);

  /** How long after {@link #start} the first call is due. */
  Duration lead();

  /**
   * Calls; the future completes when all calls have ended.
   *
   * @param beforeRound awaited before each round, from 1, where the load has rounds
   */
  Future<Void> start(IntFunction<Future<Void>> beforeRound);

  /** From now on calls belong to a phase of that name. */
  Future<Void> phase(String name);

  /** Lets time pass for clients that go by ours. */
  Future<Void> advance(Duration by);

  /** How it goes, from the start on. */
  Pulse pulse();

  /** Lets no further call start and counts none that ends from now on: what came of it. */
  Future<Outcome> stop();

  /** Gives back what it holds, whether it was started or not. */
  Future<Void> close();
}
