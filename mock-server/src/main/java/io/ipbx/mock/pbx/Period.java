package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.pbx.world.BusinessDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** From when to when a report looks, both inclusive. */
record Period(Instant from, Instant to) {

  /**
   * The one that {@code request} names. Without a begin it is the day of its end, without an end it
   * lasts until now, and without both it is today.
   */
  static Period of(ApiRequest request, ZoneId zone, World world) {
    Instant from = request.moment("startTime", zone);
    Instant to = request.moment("endTime", zone);
    if (from != null) {
      return new Period(from, to == null ? world.now() : to);
    }
    return to == null
        ? today(world)
        : new Period(to.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant(), to);
  }

  /**
   * The day of the latest call by now, as far as it has passed; so there is something to report at
   * whatever time a mock is started.
   */
  static Period today(World world) {
    LocalDate date = world.today();
    Instant from = date.atStartOfDay(BusinessDays.ZONE).toInstant();
    Instant midnight = date.plusDays(1).atStartOfDay(BusinessDays.ZONE).toInstant();
    Instant now = world.now();
    return new Period(from, now.isBefore(midnight) ? now : midnight.minusMillis(1));
  }

  boolean holds(Instant moment) {
    return !moment.isBefore(from) && !moment.isAfter(to);
  }
}
