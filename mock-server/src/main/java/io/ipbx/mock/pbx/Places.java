package io.ipbx.mock.pbx;

import io.ipbx.mock.pbx.world.BusinessDays;
import io.ipbx.mock.pbx.world.CallDay;
import io.ipbx.mock.pbx.world.CallHistory;
import io.ipbx.mock.pbx.world.PastCall;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the calls of a period stand in the history.
 *
 * @param end after the last
 */
record Places(int first, int end) {

  /** From one moment to another, both inclusive; null is no limit. */
  static Places between(CallHistory history, @Nullable Instant from, @Nullable Instant to) {
    return new Places(history.firstFrom(from), history.endAt(to));
  }

  /** From the day on which a period begins to its end. */
  static Places fromDayOf(Period period, CallHistory history) {
    Instant midnight = BusinessDays.midnight(BusinessDays.dateOf(period.from()));
    return between(history, midnight, period.to());
  }

  /** Of these, the few among which those legs are. */
  Places of(List<PastCall> legs, CallHistory history) {
    if (legs.isEmpty()) {
      return new Places(0, 0);
    }
    int from = history.firstFrom(legs.get(0).start());
    int to = history.endAt(legs.get(legs.size() - 1).start());
    return new Places(Math.max(first, from), Math.min(end, to));
  }

  /** Lets {@code action} have each day of them. */
  void eachDay(CallHistory history, Consumer<CallDay> action) {
    int place = first;
    while (place < end) {
      CallDay day = history.dayAt(place);
      action.accept(day);
      place = day.end();
    }
  }

  /** Of these, those of {@code day}. */
  Places within(CallDay day) {
    return new Places(Math.max(first, day.first()), Math.min(end, day.end()));
  }

  /** Whether all calls of {@code day} are among them. */
  boolean holds(CallDay day) {
    return first <= day.first() && day.end() <= end;
  }

  /** The calls that stand there. */
  Stream<PastCall> of(CallHistory history) {
    return history.between(first, end);
  }

  int count() {
    return Math.max(0, end - first);
  }
}
