package io.ipbx.load;

import io.ipbx.load.client.Contenders;
import io.ipbx.load.result.ResultFile;
import io.ipbx.load.result.RunResult;
import io.ipbx.load.run.Baseline;
import io.ipbx.load.run.BrokenRun;
import io.ipbx.load.scenario.Knobs;
import io.ipbx.load.scenario.Plan;
import io.ipbx.load.scenario.Scenario;
import io.ipbx.load.scenario.Scenarios;
import io.ipbx.load.target.Target;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "run",
    description = "Runs scenarios and judges them: exit code 0 when every check passed, else 1.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "SCENARIO",
      arity = "1..*",
      description = "A name from list, a file that ends with .yaml, or a class.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--client",
      paramLabel = "NAME",
      description = "A name that compare knows, or a class. Default: ${DEFAULT-VALUE}")
  private String client = Contenders.SDK;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "A result.json of an earlier run: worse than that by the margin fails.")
  private @Nullable Path baseline;

  @Option(
      names = "--margin",
      paramLabel = "SHARE",
      description = "How much worse than the baseline is let pass. Default: ${DEFAULT-VALUE}")
  private double margin = 0.25;

  @Mixin private TargetOptions where = new TargetOptions();

  @Mixin private AgentsOptions agents = new AgentsOptions();

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws IOException {
    Baseline earlier = baseline == null ? null : new Baseline(ResultFile.read(baseline), margin);
    List<Scenario> scenarios = new ArrayList<>();
    for (String name : names) {
      scenarios.add(check(Scenarios.of(name), earlier));
    }
    output.clear();
    List<RunResult> results = new ArrayList<>();
    Vertx control = Vertx.vertx();
    try (Runners runners = new Runners(agents, output.progress())) {
      for (Scenario scenario : scenarios) {
        results.add(result(scenario, earlier, runners, control, results.isEmpty()));
      }
    } finally {
      control.close().await();
    }
    return output.finish(new ResultFile(results), System.out);
  }

  /** What is wrong with any of them is better known before the first runs. */
  private Scenario check(Scenario scenario, @Nullable Baseline earlier) {
    Knobs knobs = where.knobs(scenario);
    Plan plan = scenario.plan(knobs);
    if (earlier != null) {
      earlier.of(scenario.name(), client, plan.load().toString(), knobs.asMap());
    }
    return scenario;
  }

  /** Whatever happens, a result: what ran before it must not be lost. */
  private RunResult result(
      Scenario scenario,
      @Nullable Baseline earlier,
      Runners runners,
      Vertx control,
      boolean first) {
    try {
      RunResult result = run(scenario, runners, control);
      return earlier == null ? result : earlier.judge(result);
    } catch (RuntimeException failure) {
      if (first && failure instanceof IllegalArgumentException) {
        throw failure;
      }
      return BrokenRun.of(scenario, where.knobs(scenario), client, failure);
    }
  }

  private RunResult run(Scenario scenario, Runners runners, Vertx control) {
    Knobs knobs = where.knobs(scenario);
    Plan plan = scenario.plan(knobs);
    Target target = where.open(control, plan, agents.host());
    try {
      return runners.of(plan).run(scenario, knobs, client, Contenders.of(client), target);
    } finally {
      target.close().await();
    }
  }
}
