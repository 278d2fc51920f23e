package io.ipbx.load.run;

import static io.ipbx.load.result.Results.run;
import static io.ipbx.load.result.Results.tokens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ipbx.load.result.AgentResult;
import io.ipbx.load.result.Check;
import io.ipbx.load.result.ResultFile;
import io.ipbx.load.result.RunResult;
import io.ipbx.load.result.TokenTraffic;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgingTest {

  private static final TokenTraffic ONE = tokens(1, 1, 1, 1);

  private final Baseline baseline =
      new Baseline(new ResultFile(List.of(run(0, ONE, 100, 100))), 0.2);

  @Test
  void as_good_as_the_baseline_within_the_margin_passes() {
    assertThat(baseline.judge(run(0, ONE, 119, 119)).checks()).hasSize(3).allMatch(Check::passed);
  }

  @Test
  void slower_than_the_margin_fails_and_says_by_how_much() {
    RunResult slower = baseline.judge(run(0, ONE, 130, 130));

    assertThat(slower.passed()).isFalse();
    assertThat(slower.checks().get(0).seen()).contains("was 100");
  }

  @Test
  void fewer_calls_a_second_than_the_margin_fail() {
    assertThat(baseline.judge(run(0, ONE, 100)).passed()).isFalse();
  }

  @Test
  void an_agent_that_began_long_after_the_others_fails_the_run() {
    assertThat(Agents.checks(run(ONE, List.of(agent(499), agent(3))))).allMatch(Check::passed);
    assertThat(Agents.checks(run(ONE, List.of(agent(501), agent(3)))))
        .filteredOn(check -> !check.passed())
        .extracting(Check::seen)
        .containsExactly("501.0 ms late");
  }

  private static AgentResult agent(double lateMillis) {
    return new AgentResult("one", 1, 0, lateMillis, 0, 0, 0, null);
  }

  @Test
  void a_baseline_of_something_else_is_no_baseline() {
    assertThatThrownBy(() -> new Baseline(new ResultFile(List.of()), 0.2).judge(run(0, ONE, 1)))
        .hasMessageContaining("storm");
    assertThatThrownBy(() -> new Baseline(new ResultFile(List.of()), -1))
        .hasMessageContaining("margin");
  }
}
