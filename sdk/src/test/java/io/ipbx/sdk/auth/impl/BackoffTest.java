package io.ipbx.sdk.auth.impl;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.ErrorDetail;
import io.ipbx.sdk.IpbxException;
import io.ipbx.sdk.ServerErrorException;
import io.ipbx.sdk.auth.impl.AuthSettings.Restraint;
import java.time.Duration;
import java.util.LongSummaryStatistics;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T6: how long the pauses are. */
class BackoffTest {

  private static IpbxException failure(Duration retryAfter) {
    return new ServerErrorException("503", retryAfter, ErrorDetail.NONE);
  }

  private static Backoff between(Duration shortest, Duration longest) {
    return new Backoff(
        new Restraint(shortest, longest, Duration.ofMinutes(1)), new SplittableRandom(1));
  }

  private static LongSummaryStatistics pauses(Backoff backoff, int failures) {
    return LongStream.range(0, 2_000)
        .map(i -> backoff.after(failure(Duration.ZERO), failures).toMillis())
        .summaryStatistics();
  }

  @ParameterizedTest
  @CsvSource({"1, 400", "2, 800", "4, 3200", "9, 60000", "1000000, 60000", "2147483647, 60000"})
  void pauses_spread_from_the_shortest_to_a_ceiling_that_doubles_up_to_the_longest(
      int failures, long ceiling) {
    LongSummaryStatistics pauses =
        pauses(between(Duration.ofMillis(200), Duration.ofSeconds(60)), failures);

    assertThat(pauses.getMin()).isBetween(200L, 200 + ceiling / 50);
    assertThat(pauses.getMax()).isBetween(ceiling - ceiling / 50, ceiling);
    assertThat(pauses.getAverage()).isBetween(ceiling * 0.4, ceiling * 0.8);
  }

  @Test
  void the_bounds_may_be_one_and_as_long_as_a_day() {
    Backoff steady = between(Duration.ofDays(1), Duration.ofDays(1));

    assertThat(steady.after(failure(Duration.ZERO), 50)).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void what_the_server_asks_for_is_the_least() {
    Backoff backoff = between(Duration.ofMillis(200), Duration.ofSeconds(60));

    assertThat(backoff.after(failure(Duration.ofMinutes(2)), 1)).isEqualTo(Duration.ofMinutes(2));
    assertThat(backoff.after(failure(Duration.ofMillis(1)), 9)).isGreaterThan(Duration.ofMillis(1));
  }
}
