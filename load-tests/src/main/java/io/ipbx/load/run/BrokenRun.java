package io.ipbx.load.run;

import io.ipbx.load.result.Check;
import io.ipbx.load.result.PhaseResult;
import io.ipbx.load.result.RunResult;
import io.ipbx.load.scenario.Knobs;
import io.ipbx.load.scenario.Plan;
import io.ipbx.load.scenario.Scenario;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** The result of a run that came to nothing, so that reports tell of it too. */
public final class BrokenRun {

  private BrokenRun() {}

  public static RunResult of(Scenario scenario, Knobs knobs, String client, Throwable why) {
    Plan plan = scenario.plan(knobs);
    return new RunResult(
        scenario.name(),
        scenario.question(),
        client,
        "not known",
        Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
        0,
        plan.load().toString(),
        new TreeMap<>(knobs.asMap()),
        Story.environment(),
        List.of(PhaseResult.of(plan.firstPhase(), 0, 0, 0, new Histogram(PhaseResult.DIGITS))),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        new RunResult.Generator(0, 0, 0, 0, 0, 0, 0),
        List.of(),
        null,
        List.of(new Check(Runner.TO_ITS_END, "yes", String.valueOf(why.getMessage()), false)),
        true);
  }
}
