package io.ipbx.load.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ipbx.load.client.Contender;
import io.ipbx.load.client.Contenders;
import io.ipbx.load.result.Check;
import io.ipbx.load.result.RunResult;
import io.ipbx.load.result.TokenTraffic;
import io.ipbx.load.scenario.Knobs;
import io.ipbx.load.scenario.Scenario;
import io.ipbx.load.scenario.Scenarios;
import io.ipbx.load.scenario.YamlScenario;
import io.ipbx.load.target.EmbeddedMock;
import io.ipbx.load.target.ExternalMock;
import io.ipbx.load.target.RealServer;
import io.ipbx.load.target.Target;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunnerTest {

  private static final String STORM =
      """
      name: storm
      warmUp: 1ms
      load: {callers: 50, rounds: 2}
      events: [{beforeRound: 2, do: expireUnnoticed}]
      expect: {singleFlight: true, tokenRequests: 1}
      """;

  private final EmbeddedMock mock = EmbeddedMock.start(new JsonObject()).await();
  private final Runner runner = new Runner(new Progress() {});

  @AfterAll
  void stop() {
    runner.close();
    mock.close().await();
  }

  @ParameterizedTest
  @CsvSource({
    "cold-start,      callers=300",
    "expiry-storm,    callers=300 expiries=2",
    "expiry-storm,    callers=300 noticed=401",
    "rotation-storm,  callers=100 expiries=3",
    "revocation,      callers=50 calls=10",
    "many-identities, identities=5 callersEach=10",
    "auth-outage,     for=3s rate=100",
    "slow-auth,       callers=100 latency=100ms"
  })
  void the_sdk_passes(String name, String knobs) throws IOException {
    RunResult result = run(Scenarios.of(name), knobs, Contenders.SDK, mock);

    assertThat(result.checks()).allSatisfy(check -> assertThat(check).matches(Check::passed));
    assertThat(result.passed()).isTrue();
    assertThat(result.flights()).isNotEmpty();
    assertThat(result.timeline().stream().mapToLong(RunResult.Point::ended).sum())
        .isEqualTo(result.calls());
    assertThat(result.timeline().stream().mapToLong(RunResult.Point::tokenRequests).sum())
        .isEqualTo(tokens(result).requests());
  }

  @Test
  void tokens_are_due_for_whom_somebody_calls() {
    String storm =
        """
        name: storm
        warmUp: 1ms
        load: {callers: %d, rounds: 2}
        accesses: %d
        subjects: %d
        events: [{beforeRound: 2, do: expire}]
        expect: {singleFlight: true, tokenRequests: %d}
        """;
    EmbeddedMock users =
        EmbeddedMock.start(new JsonObject().put("users", Subjects.asOptions(3))).await();
    try {
      for (Object[] each :
          new Object[][] {{60, 2, 3, 8}, {4, 2, 3, 6}, {10, 20, 0, 10}, {10, 4, 2, 8}}) {
        RunResult result = run(YamlScenario.of(storm.formatted(each)), "", Contenders.SDK, users);

        assertThat(failed(result)).isEmpty();
        assertThat(tokens(result).granted()).isEqualTo(((Integer) each[3]).longValue());
      }
    } finally {
      users.close().await();
    }
  }

  @Test
  void a_client_without_single_flight_fails_by_the_servers_count() {
    RunResult result = run(YamlScenario.of(STORM), "", "naive", mock);

    assertThat(result.passed()).isFalse();
    assertThat(tokens(result).requests()).isGreaterThan(1);
    assertThat(tokens(result).duplicates()).isEqualTo(tokens(result).granted() - 1);
    assertThat(failed(result)).contains("token requests", "grants per expiry");
  }

  @Test
  void a_client_that_knows_one_access_says_so() throws IOException {
    Scenario scenario = Scenarios.of("many-identities");

    assertThatThrownBy(() -> run(scenario, "identities=2", Contenders.OAUTH2_WEB_CLIENT, mock))
        .hasMessageContaining("one access");
    assertThatThrownBy(() -> Contenders.of("none")).hasMessageContaining("naive");
  }

  @Test
  void a_mock_in_another_process_is_worked_by_its_control_routes() {
    Vertx vertx = Vertx.vertx();
    try {
      Target outside = new ExternalMock(vertx, mock.url());
      RunResult result = run(YamlScenario.of(STORM), "", Contenders.SDK, outside);

      assertThat(result.checks()).allSatisfy(check -> assertThat(check).matches(Check::passed));
    } finally {
      vertx.close().await();
    }
  }

  @Test
  void what_comes_before_the_first_round_is_marked_at_the_beginning() {
    Scenario scenario =
        YamlScenario.of(
            "{name: x, warmUp: 1ms, load: {callers: 1, rounds: 1}, events: [{beforeRound: 1, do:"
                + " pass, time: 1s}]}");
    Contender slowToOpen = (vertx, assignment) -> caller -> vertx.timer(600, TimeUnit.MILLISECONDS);

    RunResult result =
        runner.run(scenario, new Knobs(List.of(), Map.of()), "slow", slowToOpen, mock);

    assertThat(result.marks())
        .satisfiesExactly(mark -> assertThat(mark.atMillis()).isLessThan(500));
  }

  @Test
  void a_run_that_hangs_is_broken_off_and_fails() {
    Scenario hanging =
        YamlScenario.of(
            "{name: hang, warmUp: 1ms, atMost: 300ms, load: {callers: 5, rounds: 1}, expect:"
                + " {failedCalls: 0}}");
    RunResult result =
        runner.run(
            hanging, new Knobs(List.of(), Map.of()), "hanging", new HangsWhenMeasured(), mock);

    assertThat(result.generator().unanswered()).isEqualTo(5);
    assertThat(failed(result)).contains("ran to its end", "calls made", "failed calls");
  }

  @Test
  void a_load_that_calls_on_past_its_limit_is_broken_off_and_fails() {
    Scenario endless =
        YamlScenario.of("{name: on, warmUp: 1ms, atMost: 1s, load: {callers: 1, calls: 1000000}}");

    RunResult result = run(endless, "", Contenders.SDK, mock);

    assertThat(result.failed()).isZero();
    assertThat(failed(result)).containsExactly("ran to its end");
  }

  @Test
  void a_real_server_is_asked_for_by_consent_and_left_as_it_is() {
    Map<String, String> environment =
        Map.of(
            "IPBX_AUTH_URL", "https://auth.example.com",
            "IPBX_API_URL", "https://api.example.com",
            "IPBX_USERNAME", "access@example.com",
            "IPBX_PASSWORD", "secret-word");

    assertThatThrownBy(() -> RealServer.of(environment, ""))
        .hasMessageContaining("--consent auth.example.com,api.example.com");
    assertThatThrownBy(() -> RealServer.of(environment, "auth.example.com"))
        .hasMessageContaining("--consent auth.example.com,api.example.com");
    assertThatThrownBy(() -> RealServer.of(Map.of(), "auth.voipex.io,ipbxapi.voipex.io"))
        .hasMessageContaining("IPBX_PASSWORD");
    RealServer server = RealServer.of(environment, "api.example.com,auth.example.com");
    assertThat(server.name() + server.options()).doesNotContain("secret-word");
    assertThatThrownBy(() -> run(YamlScenario.of(STORM), "", Contenders.SDK, server))
        .hasMessageContaining("not ours to change");
  }

  @Test
  void a_real_server_is_not_called_in_the_clear() {
    for (String url : List.of("IPBX_AUTH_URL", "IPBX_API_URL")) {
      assertThatThrownBy(() -> RealServer.of(Map.of(url, "http://pbx.example.com"), "any"))
          .hasMessageContaining("must begin with https://");
    }
  }

  private RunResult run(Scenario scenario, String knobs, String client, Target target) {
    Map<String, String> set = new HashMap<>();
    for (String knob : knobs.isBlank() ? new String[0] : knobs.split(" ")) {
      set.put(knob.substring(0, knob.indexOf('=')), knob.substring(knob.indexOf('=') + 1));
    }
    Scenario quick = new QuickScenario(scenario);
    return runner.run(quick, new Knobs(quick.knobs(), set), client, Contenders.of(client), target);
  }

  private static TokenTraffic tokens(RunResult result) {
    return Objects.requireNonNull(result.tokens());
  }

  private static List<String> failed(RunResult result) {
    return result.checks().stream().filter(check -> !check.passed()).map(Check::name).toList();
  }
}
