package io.ipbx.load.scenario;

import io.ipbx.load.result.Check;
import io.ipbx.load.result.RunResult;

/** What a run must have been like. */
@FunctionalInterface
public interface Expectation {

  Check judge(RunResult result);
}
