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
          new Knob("callers", "5", ""), new Knob("for", "1s", ""), new Knob("on", "true", ""));
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
    "on, yes, 'on is ''yes'': it takes true or false'"
  })
  void a_knob_that_is_turned_wrong_is_named(String name, String value, String said) {
    Knobs knobs = new Knobs(new Mine().knobs(), Map.of(name, value));

    assertThatThrownBy(
            () -> {
              knobs.count("callers");
              knobs.duration("for");
              knobs.flag("on");
            })
        .hasMessageContaining(said);
  }

  @Test
  void a_knob_that_there_is_not_is_refused() {
    assertThatThrownBy(() -> new Knobs(new Mine().knobs(), Map.of("caller", "1")))
        .hasMessageContaining("[callers, for, on]");
  }
}
