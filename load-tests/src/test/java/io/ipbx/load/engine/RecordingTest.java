package io.ipbx.load.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecordingTest {

  private static final long MILLI = 1_000_000;

  private final AtomicLong now = new AtomicLong(5_000 * MILLI);
  private final Recording recording =
      new Recording("first", now::get, failure -> failure.getClass().getSimpleName());

  @Test
  void a_call_belongs_to_the_phase_in_which_it_was_due_however_late_it_starts() {
    long due = now.get();
    pass(10);
    recording.phase("second");
    pass(5);

    recording.finished(recording.started(due, now.get()), now.get() - due, null, false);
    recording.finished(recording.started(now.get(), now.get()), 2 * MILLI, null, false);

    Measurement measured = recording.read();
    assertThat(measured.phases())
        .extracting(Measurement.Phase::name)
        .containsExactly("first", "second");
    assertThat(measured.phases()).extracting(Measurement.Phase::started).containsExactly(1L, 1L);
    assertThat(measured.phases().get(1).from()).isEqualTo(10 * MILLI);
    assertThat(measured.phases().get(0).latencies().getMaxValue() / MILLI).isEqualTo(15);
    assertThat(measured.lag().getMaxValue() / MILLI).isEqualTo(15);
  }

  @Test
  void failed_calls_count_by_kind_and_their_latency_counts_too() {
    recording.finished(
        recording.started(now.get(), now.get()), 7 * MILLI, new IllegalStateException(), false);
    recording.finished(recording.started(now.get(), now.get()), MILLI, null, true);

    Measurement measured = recording.read();
    assertThat(measured.errors()).containsExactly(Map.entry("IllegalStateException", 1L));
    assertThat(measured.phases().get(0).failed()).isEqualTo(1);
    assertThat(measured.phases().get(0).latencies().getTotalCount()).isEqualTo(2);
    assertThat(measured.strayed()).isEqualTo(1);
  }

  @Test
  void the_timeline_holds_what_ended_within_each_interval() {
    PhaseLog slow = recording.started(now.get(), now.get());
    recording.finished(recording.started(now.get(), now.get()), 3 * MILLI, null, false);
    pass(100);
    recording.sample(latencies -> {});
    recording.finished(slow, 150 * MILLI, new IllegalStateException(), false);
    pass(100);
    recording.sample(latencies -> {});

    List<Measurement.Interval> timeline = recording.read().timeline();
    assertThat(timeline).extracting(Measurement.Interval::started).containsExactly(2L, 0L);
    assertThat(timeline).extracting(Measurement.Interval::ended).containsExactly(1L, 1L);
    assertThat(timeline).extracting(Measurement.Interval::failed).containsExactly(0L, 1L);
    assertThat(timeline).extracting(interval -> interval.end() / MILLI).containsExactly(100L, 200L);
    assertThat(timeline.get(0).max() / MILLI).isEqualTo(3);
    assertThat(timeline.get(1).p50() / MILLI).isBetween(149L, 151L);
  }

  @Test
  void what_is_set_for_a_number_of_calls_happens_once_and_in_order() {
    List<String> happened = new ArrayList<>();
    recording.after(4, () -> happened.add("late"));
    recording.after(2, () -> happened.add("early"));

    for (int call = 1; call <= 6; call++) {
      end();
      if (call == 1) {
        assertThat(happened).isEmpty();
      }
      if (call == 2) {
        assertThat(happened).containsExactly("early");
      }
    }
    assertThat(happened).containsExactly("early", "late");
  }

  @Test
  void what_ends_after_the_close_stays_unanswered() {
    PhaseLog phase = recording.started(now.get(), now.get());
    recording.close();
    recording.finished(phase, MILLI, null, false);

    assertThat(recording.read().unanswered()).isEqualTo(1);
    assertThat(recording.read().phases().get(0).latencies().getTotalCount()).isZero();
  }

  private void end() {
    recording.finished(recording.started(now.get(), now.get()), MILLI, null, false);
  }

  private void pass(long millis) {
    now.addAndGet(millis * MILLI);
  }
}
