package io.ipbx.sdk.auth.impl;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.auth.impl.AuthSettings.Renewal;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** T4: how a token's life is divided. */
class LifetimesTest {

  private static Lifetimes with(Duration margin, double ahead, double jitter) {
    return new Lifetimes(new Renewal(margin, ahead, jitter, false), new SplittableRandom(1));
  }

  @Test
  void the_margin_is_the_one_asked_for_but_a_tenth_of_a_short_life() {
    Lifetimes minute = with(Duration.ofMinutes(1), 0.8, 0);

    assertThat(minute.usable(Duration.ofHours(1))).isEqualTo(Duration.ofMinutes(59));
    assertThat(minute.usable(Duration.ofSeconds(20))).isEqualTo(Duration.ofSeconds(18));
    assertThat(minute.untilDue(Duration.ofSeconds(20))).isEqualTo(Duration.ofSeconds(16));
  }

  @Test
  void tokens_come_due_around_the_part_asked_for_and_never_after_their_use() {
    Lifetimes lifetimes = with(Duration.ofSeconds(5), 0.8, 0.05);

    double[] parts =
        IntStream.range(0, 2_000)
            .mapToDouble(i -> lifetimes.untilDue(Duration.ofHours(1)).toMillis() / 3_600_000.0)
            .toArray();

    assertThat(DoubleStream.of(parts).min().orElseThrow()).isBetween(0.75, 0.751);
    assertThat(DoubleStream.of(parts).max().orElseThrow()).isBetween(0.849, 0.85);
    assertThat(with(Duration.ZERO, 0.95, 0.2).untilDue(Duration.ofHours(1)))
        .isBetween(Duration.ofMinutes(45), Duration.ofHours(1));
  }

  @Test
  void renewal_ahead_can_be_done_without() {
    Lifetimes lifetimes = with(Duration.ofSeconds(5), 1, 0.5);

    assertThat(lifetimes.untilDue(Duration.ofHours(1)))
        .isEqualTo(lifetimes.usable(Duration.ofHours(1)));
  }

  @Test
  void what_is_left_of_a_token_changes_sign_at_its_end_and_when_it_is_due() {
    IssuedToken token =
        new IssuedToken(
            "t",
            Duration.ofNanos(100),
            Long.MAX_VALUE,
            Duration.ofNanos(95),
            Duration.ofNanos(80),
            Instant.EPOCH);

    assertThat(token.remaining(Long.MAX_VALUE + 94)).isEqualTo(1);
    assertThat(token.remaining(Long.MAX_VALUE + 95)).isZero();
    assertThat(token.remaining(Long.MAX_VALUE + 96)).isEqualTo(-1);
    assertThat(token.untilDue(Long.MAX_VALUE + 79)).isEqualTo(1);
    assertThat(token.untilDue(Long.MAX_VALUE + 80)).isZero();
    assertThat(token.age(Long.MAX_VALUE + 81)).isEqualTo(81);
  }
}
