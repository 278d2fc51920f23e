package io.ipbx.mock.pbx;

import io.ipbx.mock.pbx.world.BusinessDays;
import io.ipbx.mock.pbx.world.CallHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The days of a period on which there were calls: those on which people were at work. */
final class AgentDays implements Iterator<LocalDate> {

  private final CallHistory history;
  private final int end;
  private int next;

  private AgentDays(CallHistory history, Period period) {
    this.history = history;
    this.next = history.firstFrom(startOf(dateOf(period.from())));
    this.end = history.endAt(period.to());
  }

  static Stream<LocalDate> of(CallHistory history, Period period) {
    AgentDays days = new AgentDays(history, period);
    return StreamSupport.stream(((Iterable<LocalDate>) () -> days).spliterator(), false);
  }

  static LocalDate dateOf(Instant moment) {
    return moment.atZone(BusinessDays.ZONE).toLocalDate();
  }

  static Instant startOf(LocalDate date) {
    return date.atStartOfDay(BusinessDays.ZONE).toInstant();
  }

  @Override
  public boolean hasNext() {
    return next < end;
  }

  @Override
  public LocalDate next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    LocalDate date = dateOf(history.call(next).start());
    next = history.firstFrom(startOf(date.plusDays(1)));
    return date;
  }
}
