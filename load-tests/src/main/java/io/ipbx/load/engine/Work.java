package io.ipbx.load.engine;

import io.vertx.core.Future;

/** What is done under load. */
@FunctionalInterface
public interface Work {

  /**
   * Starts one call, on an event loop of the load; must not block. A throw counts as a failed call.
   *
   * @param caller its number, from 0
   */
  Future<?> call(long caller);
}
