package io.ipbx.load.run;

import io.ipbx.load.engine.Load;
import io.ipbx.load.scenario.Plan;

/**
 * What one of several crews makes of a plan's load.
 *
 * @param index which of them, from 0
 * @param of how many there are
 */
public record Share(int index, int of) {

  static final Share WHOLE = new Share(0, 1);

  Load load(Plan plan) {
    return of == 1 ? plan.load() : plan.load().part(index, of);
  }

  /** Its first caller's number among all. */
  long firstCaller(Plan plan) {
    return plan.load().firstOf(index, of);
  }

  /** How many callers have each an identity of their own: more than these need no first call. */
  long firstCalls(Plan plan) {
    return Math.min(load(plan).callers(), plan.callersUntilRepeat());
  }
}
