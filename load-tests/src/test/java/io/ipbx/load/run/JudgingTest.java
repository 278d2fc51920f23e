package io.ipbx.load.run;

import static io.ipbx.load.result.Results.run;
import static io.ipbx.load.result.Results.tokens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ipbx.load.result.AgentResult;
import io.ipbx.load.result.Check;
import io.ipbx.load.result.PhaseResult;
import io.ipbx.load.result.ResultFile;
import io.ipbx.load.result.RunResult;
import io.ipbx.load.result.TokenTraffic;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class JudgingTest {

  private static final TokenTraffic ONE = tokens(1, 1, 1, 1);

  private final Baseline baseline =
      new Baseline(new ResultFile(List.of(passed(run(0, ONE, 100, 100)))), 0.2);

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
  void a_phase_is_compared_with_the_one_of_its_name_and_number() {
    Baseline storm = new Baseline(new ResultFile(List.of(passed(storm(10, 900)))), 0.2);

    assertThat(storm.judge(storm(10, 900)).passed()).isTrue();
    assertThat(storm.judge(storm(900, 10)).passed()).isFalse();
    assertThat(storm.judge(storm(10)).checks())
        .filteredOn(check -> !check.passed())
        .extracting(Check::name)
        .contains("expiry #2, a phase of the baseline");
  }

  private static RunResult storm(long... millis) {
    return run(
        ONE,
        LongStream.of(millis)
            .mapToObj(each -> run(0, ONE, each).phases().get(0).histogram())
            .map(latency -> PhaseResult.of("expiry", 0, 0, 0, latency))
            .toArray(PhaseResult[]::new));
  }

  private static RunResult passed(RunResult run) {
    return run.withChecks(List.of(new Check("calls made", "1 or more", "2", true)));
  }

  @Test
  void nobody_is_measured_by_a_peer_whose_calls_failed() {
    RunResult ours = run(0, ONE, 100);
    RunResult quick = run(0, ONE, 1);
    RunResult failing = run(1, ONE, 1);
    RunResult silent = run(ONE, PhaseResult.of("all", 0, 0, 1, new Histogram(3)));

    assertThat(Comparison.judged(ours, List.of(quick), 2).get(0).passed()).isFalse();
    for (RunResult peer : List.of(failing, silent)) {
      assertThat(Comparison.judged(ours, List.of(peer), 2).get(0).checks())
          .allMatch(Check::passed)
          .extracting(Check::seen)
          .contains("not compared: 1 of its 1 calls failed");
    }
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
    assertThatThrownBy(() -> baseline.of("storm", "ipbx-sdk", "closed", Map.of("callers", "4")))
        .hasMessageContaining("other knobs ({callers=3})");
    RunResult failed = passed(run(0, ONE, 1)).withChecks(List.of(new Check("x", "", "", false)));
    assertThatThrownBy(
            () -> new Baseline(new ResultFile(List.of(failed)), 0.2).judge(run(0, ONE, 1)))
        .hasMessageContaining("did not pass");
    assertThatThrownBy(() -> new Baseline(new ResultFile(List.of()), -1))
        .hasMessageContaining("margin");
  }
}
