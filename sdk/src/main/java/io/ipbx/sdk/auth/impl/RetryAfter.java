package io.ipbx.sdk.auth.impl;

import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The {@code Retry-After} header, as seconds or as a date (RFC 9110 section 10.2.3). */
public final class RetryAfter {

  private static final Duration LONGEST = Duration.ofDays(1);

  private RetryAfter() {}

  /** How long to wait from {@code now}, at most a day; zero when nothing readable is said. */
  public static Duration of(MultiMap headers, Instant now) {
    String said = headers.get("Retry-After");
    if (said == null) {
      return Duration.ZERO;
    }
    Duration wait = said.strip().matches("\\d{1,9}") ? seconds(said.strip()) : until(said, now);
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  private static Duration seconds(String said) {
    return Duration.ofSeconds(Long.parseLong(said));
  }

  private static Duration until(String said, Instant now) {
    try {
      Instant date =
          ZonedDateTime.parse(said.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(now, date);
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException notADate) {
      return Duration.ZERO;
    }
  }
}
