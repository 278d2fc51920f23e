package io.ipbx.load.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.load.engine.Measurement.Interval;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class MergedTimelineTest {

  private static final long MILLI = 1_000_000;

  private final MergedTimeline timeline = new MergedTimeline(List.of(0, 1));

  @Test
  void intervals_of_the_same_instant_are_one_and_are_told_when_all_are_past_it() {
    add(0, 102, 3, 10);
    add(0, 201, 5, 10);
    assertThat(timeline.over()).isEmpty();
    add(1, 98, 4, 500);
    add(1, 197, 6, 500);

    List<Interval> over = timeline.over();
    assertThat(over).hasSize(1);
    assertThat(over.get(0).end() / MILLI).isEqualTo(100);
    assertThat(over.get(0).ended()).isEqualTo(7);
    assertThat(over.get(0).p50() / MILLI).isBetween(495L, 505L);
    assertThat(timeline.over()).isEmpty();
    assertThat(timeline.ended()).isEqualTo(18);
  }

  @Test
  void who_is_lost_is_not_waited_for_and_what_is_late_is_not_lost() {
    add(0, 100, 1, 1);
    add(0, 200, 1, 1);
    add(0, 300, 1, 1);
    timeline.leave(1);
    assertThat(timeline.over()).hasSize(2);
    add(1, 100, 7, 1);

    timeline.finish();

    assertThat(timeline.over().stream().mapToLong(Interval::ended).sum()).isEqualTo(8);
  }

  private void add(int agent, long endMillis, long ended, long latencyMillis) {
    Histogram latencies = new Histogram(2);
    latencies.recordValueWithCount(latencyMillis * MILLI, ended);
    timeline.add(agent, new Interval(endMillis * MILLI, ended, ended, 0, 0, 0, 0), latencies);
  }
}
