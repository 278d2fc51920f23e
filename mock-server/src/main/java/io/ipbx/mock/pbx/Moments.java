package io.ipbx.mock.pbx;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** How moments are written: with the offset of a zone. */
final class Moments {

  private Moments() {}

  static String text(Instant moment, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(zone));
  }
}
