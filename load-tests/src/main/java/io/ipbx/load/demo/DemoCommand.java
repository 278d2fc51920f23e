package io.ipbx.load.demo;

import io.ipbx.mock.MockIpbx;
import io.ipbx.mock.MockOptions;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Starts a mock, shows what the SDK does, and ends with 0 only when every promise shown held. */
@Command(
    name = "demo",
    description = "One refresh for ten thousand callers, beside Vert.x' own OAuth 2.0 client.",
    mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

  private static final int DRILL = 2_000;

  @Option(names = "--callers", description = "How many. Default: ${DEFAULT-VALUE}")
  private int callers = 10_000;

  @Option(names = "--calls", description = "By each caller. Default: ${DEFAULT-VALUE}")
  private int calls = 3;

  @Override
  public Integer call() {
    if (callers < 1 || calls < 2) {
      System.err.println("--callers must be 1 or more and --calls 2 or more");
      return ExitCode.USAGE;
    }
    Vertx server = Vertx.vertx();
    Vertx client = Vertx.vertx();
    try {
      MockIpbx mock = MockIpbx.start(server, new MockOptions().setPort(0)).await();
      Account account = new Account(System.out);
      new Walk(client, mock, account).run();
      List<Context> loops = EventLoops.of(client);
      account.storm(callers, calls, loops.size());
      // Cold, both would show how long classes take to load.
      Storm drill = new Storm(loops, mock, Math.min(callers, DRILL), calls);
      drill.run(new SdkContender(client, mock));
      drill.run(new OAuth2ClientContender(client, mock));
      Storm storm = new Storm(loops, mock, callers, calls);
      StormResult ours = storm.run(new SdkContender(client, mock));
      StormResult theirs = storm.run(new OAuth2ClientContender(client, mock));
      return account.verdict(ours, theirs) ? ExitCode.OK : ExitCode.SOFTWARE;
    } finally {
      client.close().await();
      server.close().await();
    }
  }
}
