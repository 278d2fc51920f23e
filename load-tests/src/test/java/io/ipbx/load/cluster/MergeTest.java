package io.ipbx.load.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.load.engine.Measurement;
import io.ipbx.load.engine.Measurement.Phase;
import io.ipbx.load.result.AgentResult;
import io.ipbx.load.result.RunResult.FlightResult;
import io.ipbx.load.run.Outcome;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class MergeTest {

  private static final long MILLI = 1_000_000;

  @Test
  void what_two_agents_measured_is_what_one_would_have_measured_to_the_last_count() {
    Random random = new Random(7);
    Histogram whole = new Histogram(3);
    Histogram quick = new Histogram(3);
    Histogram slow = new Histogram(3);
    for (int call = 0; call < 10_000; call++) {
      long value = 1 + random.nextInt(900) * MILLI;
      // The slow ones are one agent's alone: to average percentiles would show something else.
      (value > 800 * MILLI ? slow : quick).recordValue(value);
      whole.recordValue(value);
    }

    Outcome merged = merged(outcome(0, phase("all", 0, quick)), outcome(0, phase("all", 0, slow)));

    Histogram latencies = merged.measured().phases().get(0).latencies();
    for (double percentile : new double[] {50, 90, 99, 99.9, 100}) {
      assertThat(latencies.getValueAtPercentile(percentile))
          .isEqualTo(whole.getValueAtPercentile(percentile));
    }
    assertThat(latencies.getTotalCount()).isEqualTo(10_000);
  }

  @Test
  void phases_belong_together_by_name_and_by_which_time_it_is() {
    Histogram none = new Histogram(3);
    Outcome merged =
        merged(
            outcome(1, phase("valid", 0, none), phase("expire", 5, none), phase("expire", 9, none)),
            outcome(
                2, phase("valid", 0, none), phase("expire", 4, none), phase("expire", 8, none)));

    List<Phase> phases = merged.measured().phases();
    assertThat(phases).extracting(Phase::name).containsExactly("valid", "expire", "expire");
    assertThat(phases).extracting(Phase::from).containsExactly(0L, 4L, 8L);
    assertThat(phases).extracting(Phase::failed).containsExactly(3L, 3L, 3L);
  }

  @Test
  void counts_add_up_flights_come_in_order_and_each_agent_is_kept_too() {
    Merge merge = new Merge();
    merge.add("late", outcome(1, phase("all", 0, new Histogram(3))), 20 * MILLI, MILLI);
    merge.add("early", outcome(1, phase("all", 0, new Histogram(3))), 0, MILLI);
    Outcome merged = merge.outcome();

    assertThat(merged.measured().errors()).containsExactly(Map.entry("Timeout", 2L));
    assertThat(merged.measured().shed()).isEqualTo(2);
    assertThat(merged.measured().strayed()).isEqualTo(4);
    assertThat(merged.measured().unanswered()).isEqualTo(6);
    assertThat(merged.eventLoops()).isEqualTo(8);
    assertThat(merged.flights()).extracting(FlightResult::atMillis).containsExactly(10.0, 10.0);
    assertThat(merged.agents()).extracting(AgentResult::name).containsExactly("late", "early");
    assertThat(merged.agents()).extracting(AgentResult::lateMillis).containsExactly(20.0, 0.0);
  }

  private static Phase phase(String name, long from, Histogram latencies) {
    return new Phase(name, from, latencies.getTotalCount(), 0, latencies);
  }

  /** As it comes over the bus. */
  private static Outcome outcome(long failed, Phase... phases) {
    Measurement measured =
        new Measurement(
            100,
            List.of(phases).stream()
                .map(p -> new Phase(p.name(), p.from(), p.started(), failed, p.latencies()))
                .toList(),
            List.of(),
            Map.of("Timeout", 1L),
            new Histogram(3),
            1,
            3,
            2);
    Outcome outcome =
        new Outcome(measured, 4, List.of(new FlightResult(10, 5, "refresh", 7)), List.of());
    return OutcomeJson.read(new JsonObject(OutcomeJson.write(outcome).encode()));
  }

  private static Outcome merged(Outcome... outcomes) {
    Merge merge = new Merge();
    for (Outcome outcome : outcomes) {
      merge.add("agent", outcome, 0, 0);
    }
    return merge.outcome();
  }
}
