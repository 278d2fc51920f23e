package io.ipbx.load;

import io.ipbx.load.client.Contenders;
import io.ipbx.load.result.ResultFile;
import io.ipbx.load.result.RunResult;
import io.ipbx.load.run.Comparison;
import io.ipbx.load.run.Runner;
import io.ipbx.load.scenario.Knobs;
import io.ipbx.load.scenario.Scenario;
import io.ipbx.load.scenario.Scenarios;
import io.ipbx.load.target.Target;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "compare",
    description = {
      "Runs a scenario with several clients, alternating, and sets the first beside the others.",
      "Only the first client's checks decide the exit code."
    },
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

  @Parameters(paramLabel = "SCENARIO", description = "As for run.")
  private String name = "";

  @Option(
      names = "--clients",
      split = ",",
      paramLabel = "NAME",
      description =
          "ipbx-sdk, vertx-oauth2, google-auth, naive, or classes that implement Contender."
              + " Default: all four")
  private List<String> clients = Contenders.names();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often each client runs, after once to warm up. Default: ${DEFAULT-VALUE}")
  private int rounds = 3;

  @Option(
      names = "--margin",
      paramLabel = "TIMES",
      description =
          "How many times a peer's p99 the first client's may be. Default: ${DEFAULT-VALUE}")
  private double margin = 1.25;

  @Mixin private TargetOptions where = new TargetOptions();

  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() throws IOException {
    Scenario scenario = Scenarios.of(name);
    Knobs knobs = where.knobs(scenario);
    output.clear();
    Vertx control = Vertx.vertx();
    List<RunResult> results;
    try (Runner runner = new Runner(output.progress())) {
      Target target = where.open(control, scenario.plan(knobs), "127.0.0.1");
      try {
        results = new Comparison(runner, rounds, margin).run(scenario, knobs, clients, target);
      } finally {
        target.close().await();
      }
    } finally {
      control.close().await();
    }
    return output.finish(new ResultFile(results), System.out);
  }
}
