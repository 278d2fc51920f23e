package io.ipbx.mock.pbx;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** How moments are written: to the second, with the offset of a zone. */
final class Moments {

  private Moments() {}

  static String text(Instant moment, ZoneId zone) {
    // By hand, because a page of calls has thousands of them.
    ZonedDateTime at = moment.atZone(zone);
    StringBuilder text = new StringBuilder(25).append(at.toLocalDate()).append('T');
    two(text, at.getHour()).append(':');
    two(text, at.getMinute()).append(':');
    return two(text, at.getSecond()).append(at.getOffset().getId()).toString();
  }

  private static StringBuilder two(StringBuilder text, int number) {
    return (number < 10 ? text.append('0') : text).append(number);
  }
}
