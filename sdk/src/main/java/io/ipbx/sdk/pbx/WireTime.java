package io.ipbx.sdk.pbx;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/**
 * The forms in which the API writes a moment: with offset, without, with a blank for the T, or the
 * bare date, though it calls all of them dates. Without an offset it is the API's own zone.
 */
final class WireTime {

  private static final ZoneId API_ZONE = ZoneId.of("Europe/Prague");

  private static final DateTimeFormatter FORMS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd[['T'][' ']HH:mm[:ss[[.SSSSSS][.SSS]]][XXX][XX][X]]");

  private WireTime() {}

  /**
   * @throws java.time.DateTimeException for any other form
   */
  static OffsetDateTime parse(String text) {
    TemporalAccessor parsed =
        FORMS.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
    if (parsed instanceof OffsetDateTime moment) {
      return moment;
    }
    ZonedDateTime local =
        parsed instanceof LocalDateTime time
            ? time.atZone(API_ZONE)
            : ((LocalDate) parsed).atStartOfDay(API_ZONE);
    return local.toOffsetDateTime();
  }
}
