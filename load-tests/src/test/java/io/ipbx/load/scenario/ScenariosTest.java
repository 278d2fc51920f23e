package io.ipbx.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ipbx.load.engine.Rounds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScenariosTest {

  /** Another scenario, as an application would write it. */
  public static final class Mine implements Scenario {

    @Override
    public String name() {
      return "mine";
    }

    @Override
    public String question() {
      return "?";
    }

    @Override
    public List<Knob> knobs() {
      return List.of(
          new Knob("callers", "5", ""), new Knob("for", "1s", ""), new Knob("ttl", "1s", ""));
    }

    @Override
    public Plan plan(Knobs knobs) {
      return Plan.of(new Rounds(knobs.count("callers"), 1));
    }
  }

  static List<Scenario> all() {
    return Scenarios.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void each_has_a_question_a_page_and_defaults_that_make_a_plan(Scenario scenario)
      throws IOException {
    Plan plan = scenario.plan(new Knobs(scenario.knobs(), Map.of()));

    assertThat(scenario.question()).endsWith("?");
    assertThat(plan.expectations().size()).isGreaterThan(1);
    assertThat(Scenarios.of(scenario.name())).isSameAs(scenario);
    assertThat(Files.readString(Path.of("../docs/load-tests.md")))
        .contains("`" + scenario.name() + "`");
  }

  @ParameterizedTest
  @MethodSource("all")
  void tokens_that_run_out_live_as_long_as_the_scenario_believes_on_any_mock(Scenario scenario) {
    Plan plan = scenario.plan(new Knobs(scenario.knobs(), Map.of()));

    if (plan.steps().stream().anyMatch(step -> step.deed().name().contains("tokens expire"))) {
      assertThat(plan.server().getInteger("accessTokenTtl")).isPositive();
    }
  }

  @Test
  void a_client_waits_longer_than_an_auth_server_takes_that_is_slow_on_purpose()
      throws IOException {
    Scenario slow = Scenarios.of("slow-auth");

    Plan plan = slow.plan(new Knobs(slow.knobs(), Map.of("latency", "90s")));

    assertThat(plan.client().getLong("authTimeout")).isEqualTo(100_000);
    assertThat(plan.client().getLong("flightTimeout")).isEqualTo(110_000);
    assertThat(plan.client().getLong("requestTimeout")).isEqualTo(150_000);
  }

  @ParameterizedTest
  @CsvSource({"flapping-auth, retryAfter", "soak, lifetime"})
  void what_a_server_takes_in_seconds_has_no_fraction_of_one(String name, String knob)
      throws IOException {
    Scenario scenario = Scenarios.of(name);

    assertThatThrownBy(() -> scenario.plan(new Knobs(scenario.knobs(), Map.of(knob, "1500ms"))))
        .hasMessageContaining(knob + " is '1500ms': it takes whole seconds");
  }

  @Test
  void others_are_found_by_file_and_by_class(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("x.yaml"), "{name: x, load: {rounds: 1}}");

    assertThat(Scenarios.of(file.toString()).name()).isEqualTo("x");
    assertThat(Scenarios.of(Mine.class.getName()).name()).isEqualTo("mine");
    assertThatThrownBy(() -> Scenarios.of("nothing")).hasMessageContaining("expiry-storm");
  }

  @ParameterizedTest
  @CsvSource({
    "callers, none, 'callers is ''none'': it takes a whole number'",
    "callers, 0, 'callers is ''0'''",
    "for, soon, 'for is ''soon'': it takes a duration'",
    "ttl, 1500ms, 'ttl is ''1500ms'': it takes whole seconds'"
  })
  void a_knob_that_is_turned_wrong_is_named(String name, String value, String said) {
    Knobs knobs = new Knobs(new Mine().knobs(), Map.of(name, value));

    assertThatThrownBy(
            () -> {
              knobs.count("callers");
              knobs.duration("for");
              knobs.seconds("ttl");
            })
        .hasMessageContaining(said);
  }

  @Test
  void a_knob_that_there_is_not_is_refused() {
    assertThatThrownBy(() -> new Knobs(new Mine().knobs(), Map.of("caller", "1")))
        .hasMessageContaining("[callers, for, ttl]");
  }
}
