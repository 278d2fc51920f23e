package io.ipbx.load;

import io.ipbx.load.cluster.AgentsCrew;
import io.ipbx.load.cluster.ClusterOptions;
import io.ipbx.load.run.Crew;
import io.ipbx.load.run.LocalCrew;
import io.ipbx.load.scenario.Durations;
import io.ipbx.load.scenario.Plan;
import io.ipbx.load.scenario.Sharing;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who makes the calls: this process, processes of its own, or agents elsewhere. */
final class AgentsOptions {

  @Option(
      names = "--agents",
      paramLabel = "N",
      description = "How many agents make the calls, each its share. Default: this process does")
  private int agents;

  @Option(
      names = "--within",
      paramLabel = "TIME",
      description = "How long to wait for agents. Default: ${DEFAULT-VALUE}")
  private String within = "60s";

  @Option(
      names = "--store",
      paramLabel = "STORE",
      description =
          "Where agents share tokens, unless the scenario says it: clustered or redis. Default:"
              + " ${DEFAULT-VALUE}")
  private String store = "clustered";

  @Option(
      names = "--redis",
      paramLabel = "URL",
      defaultValue = "${env:IPBX_LOAD_REDIS}",
      description =
          "A Redis in which tokens are shared, such as redis://127.0.0.1:6379. One with a password"
              + " goes into IPBX_LOAD_REDIS, here and at each agent.")
  private @Nullable String redis;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  /** Whether agents elsewhere make the calls. */
  boolean elsewhere() {
    return agents > 0;
  }

  /** Where an embedded mock listens, for all who call it to reach it. */
  String host() {
    return elsewhere() ? cluster.host() : "127.0.0.1";
  }

  /** Whether every plan is for the same crew as this one. */
  boolean sameCrew(Plan plan) {
    return elsewhere() || !overProcesses(plan);
  }

  /** Who is to carry out {@code plan}; waits for them to be there. */
  Crew crew(Plan plan) {
    if (agents < 0) {
      throw new IllegalArgumentException("--agents is " + agents + ": allowed are 1 and more");
    }
    Sharing sharing = plan.sharing();
    Sharing.Store where = sharing == null ? agentsStore() : sharing.store();
    if ((elsewhere() || overProcesses(plan)) && where == Sharing.Store.REDIS && redis == null) {
      throw new IllegalArgumentException(
          "tokens are shared in Redis: say where it is, --redis redis://127.0.0.1:6379");
    }
    if (elsewhere()) {
      return AgentsCrew.gather(
          cluster, agents, Durations.parse(within), agentsStore(), redisForAgents());
    }
    return sharing != null && overProcesses(plan)
        ? AgentsCrew.start(
            sharing.processes(), Durations.parse(within), sharing.store(), redisForAgents())
        : new LocalCrew();
  }

  private static boolean overProcesses(Plan plan) {
    Sharing sharing = plan.sharing();
    return sharing != null && sharing.store() != Sharing.Store.LOCAL;
  }

  private Sharing.Store agentsStore() {
    return switch (store) {
      case "clustered", "redis" -> Sharing.Store.valueOf(store.toUpperCase(Locale.ROOT));
      default ->
          throw new IllegalArgumentException(
              "--store is '" + store + "': it takes clustered or redis");
    };
  }

  /** A password never travels: agents have it from their own environment. */
  private @Nullable String redisForAgents() {
    return redis == null || holdsPassword(redis) ? null : redis;
  }

  /** Before the host, or among the parameters. */
  static boolean holdsPassword(String url) {
    return url.contains("@") || url.contains("password=");
  }
}
