package io.ipbx.load.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ArrivalScheduleTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void a_constant_rate_spaces_calls_evenly() {
    ArrivalSchedule schedule = ArrivalSchedule.constant(100, SECOND);

    assertThat(schedule.total()).isEqualTo(100);
    assertThat(millis(schedule, 0)).isZero();
    assertThat(millis(schedule, 1)).isCloseTo(10, within(0.001));
    assertThat(millis(schedule, 99)).isCloseTo(990, within(0.001));
  }

  @Test
  void a_ramp_makes_as_many_calls_as_the_area_below_it() {
    ArrivalSchedule up = ArrivalSchedule.ramp(0, 200, SECOND);

    assertThat(up.total()).isEqualTo(100);
    // A quarter of the calls falls into the first half of an even ramp from zero.
    assertThat(millis(up, 25)).isCloseTo(500, within(0.001));
    assertThat(millis(ArrivalSchedule.ramp(200, 0, SECOND), 75)).isCloseTo(500, within(0.001));
  }

  @Test
  void steps_and_spikes_follow_one_another_without_a_gap() {
    ArrivalSchedule steps = ArrivalSchedule.steps(10, 30, 3, SECOND);
    ArrivalSchedule spike = ArrivalSchedule.spike(10, 1_000, SECOND, SECOND, SECOND);

    assertThat(steps.total()).isEqualTo(60);
    assertThat(millis(steps, 10)).isCloseTo(1_000, within(0.001));
    assertThat(millis(steps, 30)).isCloseTo(2_000, within(0.001));
    assertThat(spike.total()).isEqualTo(1_020);
    assertThat(millis(spike, 10)).isCloseTo(1_000, within(0.001));
    assertThat(millis(spike, 1_010)).isCloseTo(2_000, within(0.001));
    assertThat(spike.duration()).isEqualTo(Duration.ofSeconds(3));
    assertThat(spike.peakRate()).isEqualTo(1_000);
  }

  @Test
  void calls_never_go_back_in_time() {
    ArrivalSchedule schedule =
        ArrivalSchedule.ramp(0, 977, SECOND)
            .then(ArrivalSchedule.constant(3, SECOND))
            .then(ArrivalSchedule.ramp(500, 0, Duration.ofMillis(333)));

    long before = 0;
    for (long call = 0; call < schedule.total(); call++) {
      assertThat(schedule.startOf(call)).isGreaterThanOrEqualTo(before);
      before = schedule.startOf(call);
    }
    assertThat(before).isLessThanOrEqualTo(schedule.duration().toNanos());
  }

  @Test
  void what_makes_no_sense_is_refused_by_name() {
    assertThatThrownBy(() -> ArrivalSchedule.constant(-1, SECOND)).hasMessageContaining("rate");
    assertThatThrownBy(() -> ArrivalSchedule.constant(1, Duration.ZERO))
        .hasMessageContaining("duration");
    assertThatThrownBy(() -> ArrivalSchedule.steps(1, 2, 1, SECOND)).hasMessageContaining("steps");
  }

  @Test
  void parts_together_are_the_whole_and_each_call_is_due_when_it_was() {
    ArrivalSchedule whole =
        ArrivalSchedule.ramp(0, 100, SECOND).then(ArrivalSchedule.constant(7, SECOND));
    List<Long> dues = new ArrayList<>();
    for (int index = 0; index < 3; index++) {
      ArrivalSchedule part = whole.part(index, 3);
      for (long call = 0; call < part.total(); call++) {
        dues.add(part.startOf(call));
      }
    }
    dues.sort(Comparator.naturalOrder());

    assertThat(dues)
        .isEqualTo(LongStream.range(0, whole.total()).mapToObj(whole::startOf).toList());
    assertThat(whole.part(1, 4).peakRate()).isEqualTo(25);
  }

  @Test
  void parts_of_a_load_share_its_callers_out_and_none_is_without() {
    Load load = new Rounds(10, 2);

    assertThat(LongStream.range(0, 3).map(n -> load.part((int) n, 3).callers()).sum())
        .isEqualTo(10);
    assertThat(load.firstOf(1, 3)).isEqualTo(load.part(0, 3).callers());
    assertThat(new Loops(10, 4, null).part(2, 3)).isEqualTo(new Loops(4, 4, null));
    assertThatThrownBy(() -> load.part(0, 11)).hasMessageContaining("callers is 10");
  }

  private static double millis(ArrivalSchedule schedule, long call) {
    return schedule.startOf(call) / 1e6;
  }
}
