package io.ipbx.mock.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class VirtualClockTest {

  private final AtomicLong real = new AtomicLong(1_000_000);
  private final VirtualClock clock = new VirtualClock(real::get);

  @Test
  void it_runs_with_the_real_one() {
    assertThat(clock.millis()).isEqualTo(1_000_000);
    real.addAndGet(5);
    assertThat(clock.now()).isEqualTo(Instant.ofEpochMilli(1_000_005));
    assertThat(clock.isFrozen()).isFalse();
  }

  @Test
  void frozen_it_stands_but_can_be_moved() {
    clock.freeze();
    real.addAndGet(1_000);
    assertThat(clock.millis()).isEqualTo(1_000_000);

    clock.advance(Duration.ofSeconds(3));
    assertThat(clock.millis()).isEqualTo(1_003_000);
    clock.set(Instant.ofEpochMilli(7));
    assertThat(clock.millis()).isEqualTo(7);
    assertThat(clock.isFrozen()).isTrue();
  }

  @Test
  void it_runs_on_from_where_it_stands() {
    clock.freeze().advance(Duration.ofMinutes(1));
    real.addAndGet(500);
    clock.resume();
    assertThat(clock.millis()).isEqualTo(1_060_000);
    real.addAndGet(5);
    assertThat(clock.millis()).isEqualTo(1_060_005);
  }

  @Test
  void moved_while_it_runs_it_goes_on_running() {
    clock.advance(Duration.ofSeconds(-1));
    real.addAndGet(5);
    assertThat(clock.millis()).isEqualTo(999_005);
    clock.set(Instant.ofEpochMilli(50));
    real.addAndGet(5);
    assertThat(clock.millis()).isEqualTo(55);
    clock.freeze().reset();
    assertThat(clock.millis()).isEqualTo(1_000_010);
    assertThat(clock.isFrozen()).isFalse();
  }
}
