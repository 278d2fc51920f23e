package io.ipbx.mock.pbx;

import io.ipbx.mock.pbx.world.CallDay;
import io.ipbx.mock.pbx.world.CallHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds a page of what days have, without looking again at days that are counted. */
final class DayPages<T> {

  private final Slice slice;
  private final DayCounts.Answers counts;
  private final Predicate<CallDay> settled;
  private final Function<CallDay, Stream<T>> onDay;
  private final List<T> items = new ArrayList<>();
  private int total;

  /**
   * A page.
   *
   * @param settled for which days the counts hold now and ever
   * @param onDay what a day has, in order of time
   */
  DayPages(
      Slice slice,
      DayCounts.Answers counts,
      Predicate<CallDay> settled,
      Function<CallDay, Stream<T>> onDay) {
    this.slice = slice;
    this.counts = counts;
    this.settled = settled;
    this.onDay = onDay;
  }

  /** How many there are in all, and those of the page. */
  record Found<T>(int total, List<T> items) {}

  /** The page of what the days of {@code range} have. */
  Found<T> in(CallHistory history, Places range) {
    range.eachDay(history, this::add);
    return new Found<>(total, items);
  }

  private void add(CallDay day) {
    int count = settled.test(day) ? counts.of(day.place(), () -> counted(day)) : counted(day);
    int skipped = Math.max(0, slice.first() - total);
    int missing = slice.pageSize() - items.size();
    if (skipped < count && missing > 0) {
      onDay.apply(day).skip(skipped).limit(missing).forEach(items::add);
    }
    total += count;
  }

  private int counted(CallDay day) {
    return (int) onDay.apply(day).count();
  }
}
