package io.ipbx.load.cluster;

import io.ipbx.load.cluster.RemoteAgent.Presence;
import io.ipbx.load.run.Crew;
import io.ipbx.load.run.Mission;
import io.ipbx.load.run.Stint;
import io.ipbx.load.scenario.Sharing;
import io.vertx.core.Future;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Agents of a cluster, each of which makes its share of the calls of every run. */
public final class AgentsCrew implements Crew {

  private final ClusterNode node;
  private final List<Presence> agents;
  private final Sharing.Store store;
  private final @Nullable String redisUrl;
  private final Runnable afterwards;

  private AgentsCrew(
      ClusterNode node,
      List<Presence> agents,
      Sharing.Store store,
      @Nullable String redisUrl,
      Runnable afterwards) {
    this.node = node;
    this.agents = agents;
    this.store = store;
    this.redisUrl = redisUrl;
    this.afterwards = afterwards;
  }

  /** Of agents that are there, in a cluster that is left as it is. */
  static AgentsCrew of(ClusterNode node, List<Presence> agents, Sharing.Store store) {
    return new AgentsCrew(node, agents, store, null, () -> {});
  }

  /**
   * Waits for agents that join by themselves.
   *
   * @param store where they share tokens, unless a plan says it
   * @param redisUrl of a store in Redis, for agents that do not know better; null for none
   * @throws IllegalStateException when fewer come, saying how many did
   */
  public static AgentsCrew gather(
      ClusterOptions cluster,
      int count,
      Duration within,
      Sharing.Store store,
      @Nullable String redisUrl) {
    ClusterNode node = ClusterNode.join(cluster);
    try {
      List<Presence> agents = new RollCall(node).gather(count, within, () -> {});
      return new AgentsCrew(node, agents, store, redisUrl, node::close);
    } catch (RuntimeException none) {
      node.close();
      throw none;
    }
  }

  /**
   * Starts agents in processes of their own on this machine, which end with the crew.
   *
   * @param redisUrl as in {@link #gather}
   */
  public static AgentsCrew start(
      int count, Duration within, Sharing.Store store, @Nullable String redisUrl) {
    ClusterNode node = ClusterNode.join(ClusterOptions.founding(ChildAgents.clusterName()));
    ChildAgents children = new ChildAgents(node, count);
    Runnable afterwards =
        () -> {
          children.close();
          node.close();
        };
    try {
      List<Presence> agents = new RollCall(node).gather(count, within, children::check);
      return new AgentsCrew(node, agents, store, redisUrl, afterwards);
    } catch (RuntimeException none) {
      afterwards.run();
      throw none;
    }
  }

  @Override
  public Stint take(Mission mission) {
    Sharing sharing = mission.plan().sharing();
    Sharing.Store where = sharing == null ? store : sharing.store();
    if (where == Sharing.Store.LOCAL) {
      throw new IllegalArgumentException(
          "store is local, which is within one process: agents share tokens in store=clustered or"
              + " redis");
    }
    AgentsStint stint = new AgentsStint(node, agents, mission);
    try {
      stint.take(where, redisUrl).await();
      return stint;
    } catch (RuntimeException refused) {
      stint.close().await();
      throw refused;
    }
  }

  @Override
  public void close() {
    DeliveryOptions patience = new DeliveryOptions().setSendTimeout(2_000);
    Future.join(
            agents.stream()
                .map(
                    agent ->
                        node.vertx()
                            .eventBus()
                            .<JsonObject>request(
                                agent.address(),
                                Wire.message("dismiss").put("node", node.id()),
                                patience))
                .toList())
        .otherwiseEmpty()
        .await();
    afterwards.run();
  }
}
