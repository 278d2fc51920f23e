package io.ipbx.load.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ipbx.load.client.Contenders;
import io.ipbx.load.result.AgentResult;
import io.ipbx.load.result.Check;
import io.ipbx.load.result.RunResult;
import io.ipbx.load.run.Progress;
import io.ipbx.load.run.Runner;
import io.ipbx.load.scenario.Knobs;
import io.ipbx.load.scenario.Sharing;
import io.ipbx.load.scenario.YamlScenario;
import io.ipbx.load.target.EmbeddedMock;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Two agents in processes of their own, one of which is killed while it calls. */
class LostAgentTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void a_run_ends_without_it_names_it_and_does_not_pass() {
    ClusterNode node = ClusterNode.join(ClusterOptions.founding(ChildAgents.clusterName()));
    assertThatThrownBy(() -> new RollCall(node).gather(2, Duration.ZERO, () -> {}))
        .hasMessageContaining("0 of 2 agents joined within 0 s");
    try (ChildAgents children = new ChildAgents(node, 2)) {
      RunResult result = runAndKill(node, children);

      assertThat(result.passed()).isFalse();
      assertThat(result.checks())
          .filteredOn(check -> check.name().equals("agents that stayed to the end"))
          .extracting(Check::seen)
          .satisfiesExactly(seen -> assertThat(seen).startsWith("lost: process-2"));
      // All else was kept, unless this machine is too busy to keep the pace.
      assertThat(result.checks())
          .filteredOn(check -> !check.passed())
          .extracting(Check::name)
          .isSubsetOf("agents that stayed to the end", "generator lag p99");
      AgentResult left = agent(result, "process-1");
      AgentResult lost = agent(result, "process-2");
      assertThat(left.lost()).isNull();
      assertThat(lost.lost()).isNotNull();
      // What is left called to the end; of the other there is what it told.
      assertThat(left.calls()).isEqualTo(result.calls()).isEqualTo(400);
      assertThat(lost.calls()).isBetween(1L, 399L);
      assertThat(Objects.requireNonNull(result.tokens()).granted()).isEqualTo(1);
    } finally {
      node.close();
    }
  }

  private static AgentResult agent(RunResult result, String name) {
    return result.agents().stream()
        .filter(agent -> agent.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static RunResult runAndKill(ClusterNode node, ChildAgents children) {
    YamlScenario scenario =
        YamlScenario.of(
            """
            name: lossy
            warmUp: 1ms
            load: {callers: 8, arrivals: [{rate: 200, for: 4s}]}
            events: [{at: 2s, do: expireUnnoticed}]
            expect: {failedCalls: 0, tokenRequests: 1, peakTokenRequests: 1}
            """);
    Progress killing =
        new Progress() {
          @Override
          public void goesOn(RunResult.Point point, long calls, long failed, long tokenRequests) {
            if (calls > 100) {
              children.processes().get(1).destroyForcibly();
            }
          }
        };
    AgentsCrew crew =
        AgentsCrew.of(
            node, new RollCall(node).gather(2, PATIENCE, children::check), Sharing.Store.CLUSTERED);
    EmbeddedMock mock = EmbeddedMock.start(new JsonObject()).await();
    try (Runner runner = new Runner(killing, crew)) {
      return runner.run(
          scenario,
          new Knobs(List.of(), Map.of()),
          Contenders.SDK,
          Contenders.of(Contenders.SDK),
          mock);
    } finally {
      mock.close().await();
    }
  }
}
