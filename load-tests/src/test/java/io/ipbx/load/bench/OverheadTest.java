package io.ipbx.load.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.load.scenario.Plan;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class OverheadTest {

  @Test
  void a_rate_is_kept_by_what_reaches_it_and_is_not_late() {
    assertThat(kept(990, 0)).isTrue();
    assertThat(kept(980, 0)).isFalse();
    assertThat(kept(1_000, Plan.LAG.toNanos() / 2)).isTrue();
    assertThat(kept(1_000, Plan.LAG.toNanos() * 2)).isFalse();
  }

  private static boolean kept(double reached, long lateNanos) {
    Histogram lag = new Histogram(3);
    lag.recordValue(lateNanos);
    return OverheadCommand.kept(1_000, reached, lag);
  }
}
