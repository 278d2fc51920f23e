package io.ipbx.sdk.auth.impl;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.time.Duration;
import java.time.Instant;
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
}
