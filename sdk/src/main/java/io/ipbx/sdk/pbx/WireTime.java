package io.ipbx.sdk.pbx;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * The forms in which the API writes a moment: with offset, without, with a blank for the T, or the
 * bare date, though it calls all of them dates. Without an offset it is in the zone that was asked
 * for, else in the API's own.
 */
final class WireTime {

  static final ZoneId API_ZONE = ZoneId.of("Europe/Prague");

  private static final DateTimeFormatter FORMS =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyy-MM-dd")
          .optionalStart()
          .appendPattern("['T'][' ']HH:mm[:ss]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  private WireTime() {}

  /**
   * @param zone of a text without an offset
   * @throws java.time.DateTimeException for any other form
   */
  static OffsetDateTime parse(String text, ZoneId zone) {
    TemporalAccessor parsed =
        FORMS.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    if (parsed instanceof OffsetDateTime moment) {
      return moment;
    }
    ZonedDateTime local =
        parsed instanceof LocalDateTime time
            ? time.atZone(zone)
            : ((LocalDate) parsed).atStartOfDay(zone);
    return local.toOffsetDateTime();
  }
}
