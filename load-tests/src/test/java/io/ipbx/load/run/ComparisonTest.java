package io.ipbx.load.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ipbx.load.client.Assignment;
import io.ipbx.load.client.Contender;
import io.ipbx.load.client.Contenders;
import io.ipbx.load.client.Session;
import io.ipbx.load.result.Check;
import io.ipbx.load.result.RunResult;
import io.ipbx.load.scenario.Knobs;
import io.ipbx.load.scenario.Scenario;
import io.ipbx.load.scenario.YamlScenario;
import io.ipbx.load.target.EmbeddedMock;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final String NAIVE = "naive";
  private static final String GOOGLE = "google-auth";

  private static final Scenario STORM =
      YamlScenario.of(
          """
          name: storm
          warmUp: 1ms
          load: {callers: 60, rounds: 2}
          events: [{beforeRound: 2, do: expireUnnoticed}]
          expect: {failedCalls: 0}
          """);

  private final List<String> order = new ArrayList<>();
  private final EmbeddedMock mock = EmbeddedMock.start(new JsonObject()).await();
  private final Runner runner =
      new Runner(
          new Progress() {
            @Override
            public void ended(RunResult result) {
              order.add(result.client());
            }
          });

  @AfterEach
  void stop() {
    runner.close();
    mock.close().await();
  }

  @Test
  void each_client_runs_once_more_than_counts_and_each_begins_in_turn() {
    compare(2, 1e6, Contenders.SDK, NAIVE);

    assertThat(order)
        .containsExactly(NAIVE, Contenders.SDK, Contenders.SDK, NAIVE, NAIVE, Contenders.SDK);
  }

  @Test
  void the_first_is_judged_beside_each_of_the_others() {
    List<RunResult> results = compare(1, 1e6, Contenders.SDK, NAIVE, GOOGLE);

    assertThat(results)
        .extracting(RunResult::client)
        .containsExactly(Contenders.SDK, NAIVE, GOOGLE);
    assertThat(results).allMatch(result -> result.calls() == 120 && result.failed() == 0);
    assertThat(results.get(0).checks())
        .extracting(Check::name)
        .contains(
            "p99 beside naive",
            "token requests beside naive",
            "p99 beside google-auth",
            "token requests beside google-auth");
  }

  @Test
  void the_margin_decides_about_latency() {
    assertThat(latencyPasses(compare(1, 1e6, Contenders.SDK, Contenders.SDK))).isTrue();
    assertThat(latencyPasses(compare(1, 1e-6, Contenders.SDK, Contenders.SDK))).isFalse();
    assertThatThrownBy(() -> compare(0, 1, Contenders.SDK)).hasMessageContaining("rounds is 0");
  }

  @Test
  void a_client_that_cannot_be_opened_has_failed_and_the_others_have_run() {
    List<RunResult> results = compare(1, 1e6, Contenders.SDK, Broken.class.getName(), NAIVE);

    assertThat(results).extracting(RunResult::calls).containsExactly(120L, 0L, 120L);
    assertThat(results.get(0).passed()).isTrue();
    assertThat(results.get(0).checks())
        .filteredOn(check -> check.name().startsWith("p99 beside io.ipbx"))
        .extracting(Check::seen)
        .containsExactly("not compared: no such client today");
    assertThat(compare(1, 1e6, Broken.class.getName(), NAIVE).get(0).passed()).isFalse();
    assertThatThrownBy(() -> compare(1, 1, Contenders.SDK, "nobody"))
        .hasMessageContaining("there is no client 'nobody'");
  }

  /** Is broken from the start. */
  public static final class Broken implements Contender {

    @Override
    public Session open(Vertx vertx, Assignment assignment) {
      throw new IllegalStateException("no such client today");
    }
  }

  private List<RunResult> compare(int rounds, double margin, String... clients) {
    Knobs knobs = new Knobs(STORM.knobs(), Map.of());
    return new Comparison(runner, rounds, margin).run(STORM, knobs, List.of(clients), mock);
  }

  private static boolean latencyPasses(List<RunResult> results) {
    return results.get(0).checks().stream()
        .filter(check -> check.name().startsWith("p99 beside"))
        .allMatch(Check::passed);
  }
}
