package io.ipbx.load.demo;

import io.ipbx.load.ConsoleProgress;
import io.ipbx.load.client.Contenders;
import io.ipbx.load.report.HtmlReport;
import io.ipbx.load.result.ResultFile;
import io.ipbx.load.result.RunResult;
import io.ipbx.load.run.Progress;
import io.ipbx.load.run.Runner;
import io.ipbx.load.scenario.Knobs;
import io.ipbx.load.scenario.Scenario;
import io.ipbx.load.scenario.Scenarios;
import io.ipbx.load.target.EmbeddedMock;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** Starts a mock, shows what the SDK does, and ends with 0 only when every promise shown held. */
@Command(
    name = "demo",
    description = "One refresh for ten thousand callers, beside Vert.x' own OAuth 2.0 client.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

  @Option(names = "--callers", description = "How many. Default: ${DEFAULT-VALUE}")
  private int callers = 10_000;

  @Option(names = "--report", paramLabel = "FILE", description = "Where the report goes, if any.")
  private @Nullable Path report;

  @Override
  public Integer call() throws IOException {
    // Both clients are to learn of the expiry in the one way that both understand: by a 401.
    Scenario scenario = Scenarios.of("expiry-storm");
    Knobs knobs =
        new Knobs(scenario.knobs(), Map.of("callers", String.valueOf(callers), "noticed", "401"));
    EmbeddedMock mock = EmbeddedMock.start(new JsonObject()).await();
    Progress progress = new ConsoleProgress(System.out, Ansi.AUTO.enabled());
    try (Runner runner = new Runner(progress)) {
      RunResult ours = run(runner, scenario, knobs, Contenders.SDK, mock);
      RunResult theirs = run(runner, scenario, knobs, Contenders.OAUTH2_WEB_CLIENT, mock).asPeer();
      Account account = new Account(System.out);
      boolean held = account.verdict(callers, ours, theirs);
      walk(mock, account);
      if (report != null) {
        HtmlReport.write(new ResultFile(List.of(ours, theirs)), report);
        account.report(report);
      }
      return held ? ExitCode.OK : ExitCode.SOFTWARE;
    } finally {
      mock.close().await();
    }
  }

  private static RunResult run(
      Runner runner, Scenario scenario, Knobs knobs, String client, EmbeddedMock mock) {
    return runner.run(scenario, knobs, client, Contenders.of(client), mock);
  }

  private static void walk(EmbeddedMock mock, Account account) {
    Vertx vertx = Vertx.vertx();
    try {
      mock.reset(new JsonObject()).await();
      new Walk(vertx, mock, account).run();
    } finally {
      vertx.close().await();
    }
  }
}
