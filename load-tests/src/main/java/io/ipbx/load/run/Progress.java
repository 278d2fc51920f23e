package io.ipbx.load.run;

import io.ipbx.load.result.RunResult;

/** Who is told how a run goes on; from a thread of the run's own. */
public interface Progress {

  /** A part of the run begins: the warm-up, say. */
  default void begins(String what) {}

  /**
   * An interval is over.
   *
   * @param calls that ended since the start
   * @param failed of them
   * @param tokenRequests since the start; 0 where the server does not say
   */
  default void goesOn(RunResult.Point point, long calls, long failed, long tokenRequests) {}

  /** The run is over and judged. */
  default void ended(RunResult result) {}
}
