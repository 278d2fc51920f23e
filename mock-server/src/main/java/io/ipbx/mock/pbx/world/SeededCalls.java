package io.ipbx.mock.pbx.world;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The calls that a seed makes, the oldest first. None is stored for good: a day is played when one
 * of its calls is asked for, and a few days are remembered, so that a million calls cost no more
 * than a hundred.
 */
public final class SeededCalls {

  private static final int REMEMBERED_DAYS = 64;

  private record Day(int fromLast, List<PastCall> calls) {}

  private final AtomicReferenceArray<Day> days = new AtomicReferenceArray<>(REMEMBERED_DAYS);
  private final long seed;
  private final int size;
  private final Staff staff;
  private final Callers callers;

  /** So many calls of that staff. */
  public SeededCalls(long seed, int size, Staff staff) {
    this.seed = seed;
    this.size = size;
    this.staff = staff;
    this.callers = new Callers(seed);
  }

  int size() {
    return size;
  }

  PastCall call(int number) {
    int fromLast = size - 1 - number;
    return day(fromLast / BusinessDays.CALLS_A_DAY)
        .get(BusinessDays.CALLS_A_DAY - 1 - fromLast % BusinessDays.CALLS_A_DAY);
  }

  private List<PastCall> day(int fromLast) {
    Day known = days.get(fromLast % REMEMBERED_DAYS);
    if (known == null || known.fromLast() != fromLast) {
      int lastNumber = size - 1 - fromLast * BusinessDays.CALLS_A_DAY;
      known = new Day(fromLast, new BusinessDay(seed, fromLast, lastNumber, staff, callers).play());
      days.set(fromLast % REMEMBERED_DAYS, known);
    }
    return known.calls();
  }

  /** When a call came, without playing its day. */
  Instant startOf(int number) {
    return BusinessDays.start(seed, size - 1 - number);
  }

  /** The number of the first call that began at {@code moment} or later; the size when none did. */
  int firstFrom(Instant moment) {
    if (size == 0 || startOf(size - 1).isBefore(moment)) {
      return size;
    }
    if (!startOf(0).isBefore(moment)) {
      return 0;
    }
    long day = BusinessDays.dayFrom(BusinessDays.dateOf(moment));
    int low = (int) Math.max(0, size - (day + 1) * BusinessDays.CALLS_A_DAY);
    int high = (int) Math.max(0, size - day * BusinessDays.CALLS_A_DAY);
    if (low < high && !startOf(low).isBefore(moment)) {
      return low;
    }
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (startOf(middle).isBefore(moment)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
