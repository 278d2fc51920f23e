package io.ipbx.sdk.auth.impl;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7 | PT7S",
        "' 7 ' | PT7S",
        "0 | PT0S",
        "999999999 | P1D",
        "99999999999999999999 | PT0S",
        "-5 | PT0S",
        "soon | PT0S",
        "'Mon, 2 Mar 2026 08:00:30 GMT' | PT30S",
        "'Mon, 2 Mar 2026 07:00:00 GMT' | PT0S",
        "'Tue, 2 Mar 2027 07:00:00 GMT' | P1D"
      })
  void seconds_and_dates_are_read_and_bounded(String said, Duration wait) {
    assertThat(RetryAfter.of(MultiMap.caseInsensitiveMultiMap().add("retry-after", said), NOW))
        .isEqualTo(wait);
  }

  @Test
  void nothing_said_is_no_wait() {
    assertThat(RetryAfter.of(MultiMap.caseInsensitiveMultiMap(), NOW)).isZero();
  }

  @Test
  void pauses_grow_to_a_bound_and_spread_below_it() {
    Backoff backoff = new Backoff(new SplittableRandom(1));
    Duration longestFirst = Duration.ZERO;
    Duration longestLast = Duration.ZERO;
    for (int i = 0; i < 1_000; i++) {
      Duration first = backoff.afterFailures(1);
      Duration last = backoff.afterFailures(1_000);
      longestFirst = first.compareTo(longestFirst) > 0 ? first : longestFirst;
      longestLast = last.compareTo(longestLast) > 0 ? last : longestLast;
      assertThat(first).isBetween(Duration.ZERO, Duration.ofMillis(200));
      assertThat(last).isBetween(Duration.ZERO, Duration.ofSeconds(5));
    }
    assertThat(longestFirst).isGreaterThan(Duration.ofMillis(190));
    assertThat(longestLast).isGreaterThan(Duration.ofMillis(4_900));
  }

  @Test
  void what_is_left_of_a_token_changes_sign_at_its_margin() {
    IssuedToken token =
        new IssuedToken("t", Duration.ofSeconds(100), Duration.ofSeconds(5), 0, NOW);

    assertThat(token.remaining(Duration.ofSeconds(95).toNanos() - 1)).isEqualTo(1);
    assertThat(token.remaining(Duration.ofSeconds(95).toNanos())).isZero();
    assertThat(token.remaining(Duration.ofSeconds(96).toNanos())).isNegative();
  }
}
