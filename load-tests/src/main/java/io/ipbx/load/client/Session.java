package io.ipbx.load.client;

import io.vertx.core.Future;

/** One client under load. */
@FunctionalInterface
public interface Session {

  /**
   * Makes the call of the assignment once, with authorisation; fails unless it was answered with
   * 200. Runs on an event loop.
   *
   * @param caller whose call it is, from 0
   */
  Future<?> call(long caller);

  /** Gives back what it holds. */
  default Future<Void> close() {
    return Future.succeededFuture();
  }
}
