package io.ipbx.mock.pbx.world;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * When calls come: on working days in Prague, a set number a day, few before eight, most in the
 * late morning, fewer over lunch. Counted back from a fixed Friday, so that every run has the same
 * past.
 */
public final class BusinessDays {

  public static final ZoneId ZONE = ZoneId.of("Europe/Prague");
  static final int CALLS_A_DAY = 400;

  private static final LocalDate LAST_DAY = LocalDate.of(2026, 2, 27);
  private static final int FIRST_HOUR = 7;

  /** The share of a day's calls that have come by the end of each hour from seven on. */
  private static final double[] SHARE = {
    0.02, 0.12, 0.26, 0.41, 0.53, 0.60, 0.71, 0.83, 0.93, 0.98, 1.0
  };

  private BusinessDays() {}

  /** The date of a day; the last is 0, the one before is 1. */
  static LocalDate date(int day) {
    return LAST_DAY.minusWeeks(day / 5).minusDays(day % 5);
  }

  /** The first day on that date or later, which is no later than the last. */
  static int dayFrom(LocalDate date) {
    int before = (int) ChronoUnit.DAYS.between(date, LAST_DAY);
    // Saturday and Sunday stand before a Monday.
    return before / 7 * 5 + Math.min(before % 7, 4);
  }

  /** The date on which a moment is. */
  public static LocalDate dateOf(Instant moment) {
    return moment.atZone(ZONE).toLocalDate();
  }

  /** When a date begins. */
  public static Instant midnight(LocalDate date) {
    return date.atStartOfDay(ZONE).toInstant();
  }

  /** When a call came. */
  static Instant start(long seed, int fromLast) {
    return midnight(date(fromLast / CALLS_A_DAY)).plusSeconds(second(seed, fromLast));
  }

  /**
   * In which second of its day a call came.
   *
   * @param fromLast how many calls came after it
   */
  static int second(long seed, int fromLast) {
    int place = CALLS_A_DAY - 1 - fromLast % CALLS_A_DAY;
    double share = (place + Chance.unit(seed, fromLast)) / CALLS_A_DAY;
    int hour = 0;
    while (SHARE[hour] < share) {
      hour++;
    }
    double before = hour == 0 ? 0 : SHARE[hour - 1];
    double within = (share - before) / (SHARE[hour] - before);
    return (int) ((FIRST_HOUR + hour + within) * 3_600);
  }
}
