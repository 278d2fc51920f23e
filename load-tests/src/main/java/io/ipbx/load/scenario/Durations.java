package io.ipbx.load.scenario;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Durations as people write them. */
public final class Durations {

  static final String ALLOWED = "a duration above zero such as 500ms, 10s, 2m, 1h or PT90S";

  private Durations() {}

  /**
   * Reads a duration.
   *
   * @throws IllegalArgumentException saying what is allowed
   */
  public static Duration parse(String text) {
    String written = text.strip().toUpperCase(Locale.ROOT);
    try {
      Duration read =
          written.endsWith("MS")
              ? Duration.ofMillis(Long.parseLong(written.substring(0, written.length() - 2)))
              : Duration.parse(written.startsWith("P") ? written : "PT" + written);
      if (!read.isNegative() && !read.isZero()) {
        return read;
      }
    } catch (DateTimeParseException | NumberFormatException none) {
      // Said below.
    }
    throw new IllegalArgumentException("'" + text + "' is not " + ALLOWED);
  }
}
