package io.ipbx.load.cluster;

import io.ipbx.load.scenario.Durations;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Joins the cluster and makes its share of the calls of runs that are led elsewhere. */
@Command(
    name = "agent",
    description = {
      "Joins a cluster and makes its share of the calls of runs with --agents.",
      "Ends when nobody has called for a while, or on Ctrl-C."
    },
    mixinStandardHelpOptions = true)
public final class AgentCommand implements Callable<Integer> {

  private static final long LEAVE_SECONDS = 10;

  @Option(
      names = "--name",
      description = "What verdicts and reports call it. Default: host and process")
  private @Nullable String name;

  @Option(names = "--once", description = "Ends with the command that it worked for.")
  private boolean once;

  @Option(
      names = "--idle",
      paramLabel = "TIME",
      description = "How long it waits for work. Default: ${DEFAULT-VALUE}")
  private String idle = "10m";

  @Option(
      names = "--consent",
      paramLabel = "HOST,HOST",
      description =
          "The hosts of a real auth server and its API: runs may put load on them, with the"
              + " credentials in this process' environment.")
  private String consent = "";

  @Option(
      names = "--redis",
      paramLabel = "URL",
      defaultValue = "${env:IPBX_LOAD_REDIS}",
      description =
          "Where tokens are shared in runs with store=redis; also IPBX_LOAD_REDIS. Default: as the"
              + " run says")
  private @Nullable String redis;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Override
  public Integer call() throws InterruptedException {
    Agent.Settings settings =
        new Agent.Settings(
            name == null ? defaultName() : name,
            System.getenv(),
            consent,
            redis,
            once,
            Durations.parse(idle));
    ClusterNode node = ClusterNode.join(cluster);
    try (node;
        Agent agent = new Agent(node, settings, line -> System.out.println("agent: " + line))) {
      Thread leaving = new Thread(() -> leave(agent, node), "load-agent-leave");
      Runtime.getRuntime().addShutdownHook(leaving);
      System.out.println("agent: " + settings.name() + " waits at " + node.address());
      String why = agent.over().toCompletionStage().toCompletableFuture().join();
      System.out.println("agent: " + why);
      Runtime.getRuntime().removeShutdownHook(leaving);
    }
    return ExitCode.OK;
  }

  /** On Ctrl-C: the others need not find out by themselves. */
  private static void leave(Agent agent, ClusterNode node) {
    Thread closing =
        new Thread(
            () -> {
              agent.close();
              node.close();
            });
    closing.setDaemon(true);
    closing.start();
    try {
      closing.join(TimeUnit.SECONDS.toMillis(LEAVE_SECONDS));
    } catch (InterruptedException enough) {
      Thread.currentThread().interrupt();
    }
  }

  private static String defaultName() {
    String host;
    try {
      host = InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      host = "agent";
    }
    return host + "-" + ProcessHandle.current().pid();
  }
}
