package io.ipbx.load.engine;

import io.vertx.core.Future;

/** A way of calling: {@link Arrivals}, {@link Rounds} or {@link Loops}. */
public sealed interface Load permits Arrivals, Rounds, Loops {

  /** How many callers there are, numbered from 0. */
  long callers();

  /** Calls until all is done; the future completes when every call has ended. */
  Future<Void> drive(Drive drive);
}
