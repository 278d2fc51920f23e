package io.ipbx.load.run;

import io.ipbx.load.engine.Measurement;
import io.ipbx.load.result.AgentResult;
import io.ipbx.load.result.RunResult;
import java.util.List;

/**
 * What came of a stint.
 *
 * @param agents who made the calls, where that was not this process
 */
public record Outcome(
    Measurement measured,
    int eventLoops,
    List<RunResult.FlightResult> flights,
    List<AgentResult> agents) {}
