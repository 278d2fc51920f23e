package io.ipbx.load.scenario;

import static io.ipbx.load.result.Results.run;
import static io.ipbx.load.result.Results.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.load.result.AgentResult;
import io.ipbx.load.result.PhaseResult;
import io.ipbx.load.result.RunResult;
import io.ipbx.load.result.TokenTraffic;
import java.time.Duration;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class ExpectTest {

  private static final TokenTraffic ONE = tokens(1, 1, 1, 1);

  @Test
  void a_run_without_a_call_proves_nothing() {
    assertThat(holds(Expect.calls(), run(0, ONE))).isFalse();
    assertThat(holds(Expect.calls(), run(0, ONE, 5))).isTrue();
  }

  @Test
  void failed_calls_and_their_share_are_bounded() {
    assertThat(holds(Expect.failedCalls(0), run(0, ONE, 5, 5))).isTrue();
    assertThat(holds(Expect.failedCalls(0), run(1, ONE, 5, 5))).isFalse();
    assertThat(holds(Expect.errorRate(0.5), run(1, ONE, 5, 5))).isTrue();
    assertThat(holds(Expect.errorRate(0.4), run(1, ONE, 5, 5))).isFalse();
    assertThat(holds(Expect.failedCallsAtLeast(2), run(1, ONE, 5, 5))).isFalse();
    assertThat(holds(Expect.failedCallsIn("all", 0.4), run(1, ONE, 5, 5))).isFalse();
    assertThat(holds(Expect.failedCallsIn("none", 1), run(0, ONE, 5, 5))).isFalse();
  }

  @Test
  void percentiles_are_bounded_over_all_calls_and_in_one_phase() {
    RunResult result = run(0, ONE, 10, 10, 10, 100);

    assertThat(holds(Expect.latency(50, Duration.ofMillis(11)), result)).isTrue();
    assertThat(holds(Expect.latency(100, Duration.ofMillis(11)), result)).isFalse();
    assertThat(holds(Expect.latency(100, "all", Duration.ofMillis(101)), result)).isTrue();
    assertThat(holds(Expect.latency(100, "none", Duration.ofMillis(101)), result)).isFalse();
  }

  @Test
  void a_call_without_an_answer_has_failed_and_is_slower_than_any_other() {
    Histogram answered = new Histogram(PhaseResult.DIGITS);
    answered.recordValueWithCount(1_000_000, 98);
    RunResult result = run(ONE, PhaseResult.of("all", 0, 1, 2, answered));
    Duration second = Duration.ofSeconds(1);

    assertThat(holds(Expect.errorRate(0.03), result)).isTrue();
    assertThat(holds(Expect.errorRate(0.029), result)).isFalse();
    assertThat(holds(Expect.failedCallsIn("all", 0.029), result)).isFalse();
    assertThat(holds(Expect.latency(98, second), result)).isTrue();
    assertThat(holds(Expect.latency(99, second), result)).isFalse();
    assertThat(holds(Expect.latency(99, "all", second), result)).isFalse();
  }

  @Test
  void new_tokens_are_exactly_as_many_as_were_needed() {
    assertThat(holds(Expect.grantsPerExpiry(1), run(0, tokens(5, 5, 1, 5), 1))).isTrue();
    assertThat(holds(Expect.grantsPerExpiry(1), run(0, tokens(6, 6, 1, 5), 1))).isFalse();
    assertThat(holds(Expect.grantsPerExpiry(1), run(0, tokens(4, 4, 1, 5), 1))).isFalse();
    assertThat(holds(Expect.duplicateRefreshes(0), run(0, tokens(6, 6, 1, 5), 1))).isFalse();
    assertThat(holds(Expect.duplicateRefreshes(0), run(0, tokens(6, 5, 1, 5), 1))).isTrue();
  }

  @Test
  void token_requests_are_bounded_in_number_and_at_the_same_time() {
    assertThat(holds(Expect.tokenRequests(1), run(0, ONE, 1))).isTrue();
    assertThat(holds(Expect.tokenRequests(1), run(0, tokens(2, 1, 1, 1), 1))).isFalse();
    assertThat(holds(Expect.peakTokenRequests(1), run(0, tokens(2, 2, 2, 2), 1))).isFalse();
    assertThat(holds(Expect.grants("password", 0), run(0, ONE, 1))).isFalse();
  }

  @Test
  void an_outage_shows_in_refusals_and_in_what_follows_them() {
    assertThat(holds(Expect.refusedTokenRequestsAtLeast(1), run(0, tokens(3, 2, 1, 0), 1)))
        .isTrue();
    assertThat(holds(Expect.refusedTokenRequestsAtLeast(1), run(0, tokens(2, 2, 1, 0), 1)))
        .isFalse();
    assertThat(holds(Expect.grantsAtLeast(1), run(0, ONE, 1))).isTrue();
    assertThat(holds(Expect.grantsAtLeast(1), run(0, tokens(3, 0, 1, 0), 1))).isFalse();
  }

  @Test
  void what_each_process_may_do_all_together_may_do_so_many_times() {
    AgentResult agent = new AgentResult("one", 1, 0, 0, 0, 0, 0, null);
    Expectation one = Expect.ofEachProcess(Expect::tokenRequests);

    assertThat(holds(one, run(tokens(3, 0, 1, 0), List.of(agent, agent, agent)))).isTrue();
    assertThat(holds(one, run(tokens(4, 0, 1, 0), List.of(agent, agent, agent)))).isFalse();
    assertThat(holds(one, run(0, tokens(2, 0, 1, 0), 1))).isFalse();
  }

  @Test
  void a_server_that_does_not_count_proves_nothing_about_tokens() {
    assertThat(holds(Expect.tokenRequests(1), run(0, null, 1))).isFalse();
  }

  @Test
  void a_load_that_fell_behind_cannot_pass() {
    RunResult kept = run(0, ONE, 1);

    assertThat(holds(Expect.generatorLag(Duration.ofMillis(1)), kept)).isTrue();
    assertThat(holds(Expect.generatorLag(Duration.ofNanos(999_999)), kept)).isFalse();
  }

  private static boolean holds(Expectation expectation, RunResult result) {
    return expectation.judge(result).passed();
  }
}
