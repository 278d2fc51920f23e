package io.ipbx.load;

import static io.ipbx.load.result.Results.run;
import static io.ipbx.load.result.Results.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.load.result.Check;
import io.ipbx.load.result.RunResult;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

  private static final RunResult FAILED =
      run(1, tokens(1, 1, 1, 1), 3)
          .withChecks(
              List.of(
                  new Check("failed calls", "none", "1", false),
                  new Check("calls made", "1 or more", "1", true)));

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void the_living_line_fits_a_terminal_of_eighty_columns() {
    ConsoleProgress progress = new ConsoleProgress(out(StandardCharsets.UTF_8), true);
    for (int n = 1; n < 100; n++) {
      progress.goesOn(
          new RunResult.Point(100_000.0 * n, n, n, 0, 1_234.5, 12_345.6, 9_999, 0),
          123_456_789,
          1_234_567,
          1_234_567);
    }

    assertThat(said.toString(StandardCharsets.UTF_8).split("\r\u001b\\[K"))
        .hasSize(100)
        .allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
  }

  @Test
  void a_verdict_can_be_read_where_there_is_ascii_alone() {
    ConsoleProgress.verdict(out(StandardCharsets.US_ASCII), FAILED);

    assertThat(said.toString(StandardCharsets.US_ASCII))
        .contains("FAIL  storm, ipbx-sdk", "  FAIL failed calls", "  ok   calls made")
        .doesNotContain("?");
    assertThat(ConsoleProgress.canShow(StandardCharsets.US_ASCII)).isFalse();
    assertThat(ConsoleProgress.canShow(StandardCharsets.UTF_8)).isTrue();
  }

  @Test
  void a_peer_is_called_one_and_does_not_fail() {
    ConsoleProgress.verdict(out(StandardCharsets.UTF_8), FAILED.asPeer());

    assertThat(said.toString(StandardCharsets.UTF_8)).contains("peer  storm, ipbx-sdk");
  }

  private PrintStream out(Charset charset) {
    return new PrintStream(said, true, charset);
  }
}
