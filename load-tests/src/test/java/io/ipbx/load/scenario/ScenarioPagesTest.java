package io.ipbx.load.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.load.result.Results;
import io.ipbx.load.result.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each scenario's page says what its code says. With {@code -Dpages=write} what is generated of the
 * pages is put into them, all else being left.
 */
class ScenarioPagesTest {

  private static final Path FOLDER = Path.of("../docs/scenarios");
  private static final String BEGIN = "<!-- from the code -->\n";
  private static final String END = "<!-- end -->\n";

  static List<Scenario> all() {
    return Scenarios.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void the_page_has_question_knobs_and_expectations_of_the_code(Scenario scenario)
      throws IOException {
    Path file = FOLDER.resolve(scenario.name() + ".md");
    if (System.getProperty("pages", "").equals("write")) {
      Files.writeString(file, written(scenario, file));
    }

    assertThat(file).exists();
    assertThat(Files.readString(file))
        .startsWith("# " + scenario.name() + "\n")
        .contains(BEGIN + generated(scenario) + END);
  }

  @Test
  void there_is_no_page_without_a_scenario() throws IOException {
    try (Stream<Path> pages = Files.list(FOLDER)) {
      assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
          .containsExactlyInAnyOrderElementsOf(all().stream().map(Scenario::name).toList());
    }
  }

  private static String written(Scenario scenario, Path file) throws IOException {
    if (!Files.exists(file)) {
      return "# " + scenario.name() + "\n\n" + BEGIN + generated(scenario) + END;
    }
    String before = Files.readString(file);
    int begin = before.indexOf(BEGIN) + BEGIN.length();
    return before.substring(0, begin)
        + generated(scenario)
        + before.substring(before.indexOf(END, begin));
  }

  private static String generated(Scenario scenario) {
    return "%s%n%n%s%n%s".formatted(scenario.question(), knobs(scenario), expectations(scenario));
  }

  private static String knobs(Scenario scenario) {
    return "| `-k` | default | |\n|---|---|---|\n"
        + scenario.knobs().stream()
            .map(
                knob ->
                    "| `%s` | `%s` | %s |%n".formatted(knob.name(), knob.value(), knob.meaning()))
            .collect(Collectors.joining());
  }

  private static String expectations(Scenario scenario) {
    RunResult any = Results.run(0, Results.tokens(0, 0, 0, 0), 1);
    return "| check | passes at |\n|---|---|\n"
        + scenario.plan(new Knobs(scenario.knobs(), Map.of())).expectations().stream()
            .map(expected -> expected.judge(any))
            .map(check -> "| %s | %s |%n".formatted(check.name(), check.wanted()))
            .collect(Collectors.joining());
  }
}
