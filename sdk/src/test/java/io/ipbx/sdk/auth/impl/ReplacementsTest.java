package io.ipbx.sdk.auth.impl;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.auth.impl.AuthSettings.Restraint;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** T10: how soon after one another refused tokens are replaced. */
class ReplacementsTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private static Replacements everySecond() {
    return new Replacements(
        new Backoff(new Restraint(SECOND, SECOND, SECOND), new SplittableRandom(1)));
  }

  @Test
  void the_first_is_replaced_at_once_whatever_the_clock_says() {
    assertThat(everySecond().permit(Long.MIN_VALUE)).isTrue();
    assertThat(everySecond().permit(-1)).isTrue();
    assertThat(everySecond().permit(Long.MAX_VALUE)).isTrue();
  }

  @Test
  void the_next_is_replaced_when_the_pause_is_over_and_not_before() {
    Replacements replacements = everySecond();
    long start = Long.MAX_VALUE - 10;
    assertThat(replacements.permit(start)).isTrue();

    assertThat(replacements.permit(start)).isFalse();
    assertThat(replacements.permit(start + SECOND.toNanos() - 1)).isFalse();
    assertThat(replacements.permit(start + SECOND.toNanos())).isTrue();
    assertThat(replacements.permit(start + SECOND.toNanos())).isFalse();
  }
}
