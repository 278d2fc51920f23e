package io.ipbx.mock.pbx;

import io.ipbx.mock.pbx.world.CallHistory;
import io.ipbx.mock.pbx.world.PastCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds a page among the calls of a period. Keeps no more of them than the page holds, however many
 * it looks at.
 *
 * @param range where the calls of the period stand
 */
record Selection(CallHistory history, Places range, Predicate<PastCall> wanted, Slice slice) {

  /** How many there are in all, and those of the page. */
  record Found(int total, List<PastCall> calls) {}

  /** All of the period, without looking at those of other pages. */
  Found all(boolean descending) {
    return new Found(
        range.count(),
        slice.cut(range.first(), range.end(), descending).mapToObj(history::call).toList());
  }

  /** Those wanted, in order of time. */
  Found inOrder(boolean descending) {
    List<PastCall> calls = new ArrayList<>();
    int total = 0;
    for (int i = 0; i < range.count(); i++) {
      PastCall call = history.call(descending ? range.end() - 1 - i : range.first() + i);
      if (wanted.test(call)) {
        if (slice.holds(total)) {
          calls.add(call);
        }
        total++;
      }
    }
    return new Found(total, calls);
  }

  /** Those wanted by {@code key}, those of the same one in order of time. */
  <K extends Comparable<K>> Found sorted(Function<PastCall, K> key, boolean descending) {
    Map<K, Integer> counts = new HashMap<>();
    found().forEach(call -> counts.merge(key.apply(call), 1, Integer::sum));
    Comparator<K> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
    Map<K, Integer> places = new HashMap<>();
    int total = 0;
    for (K each : counts.keySet().stream().sorted(order).toList()) {
      places.put(each, total);
      total += counts.getOrDefault(each, 0);
    }
    PastCall[] page = new PastCall[slice.size(total)];
    found()
        .forEach(
            call -> {
              int place = places.merge(key.apply(call), 1, Integer::sum) - 1;
              if (slice.holds(place)) {
                page[place - slice.first()] = call;
              }
            });
    return new Found(total, Arrays.asList(page));
  }

  private Stream<PastCall> found() {
    return history.between(range.first(), range.end()).filter(wanted);
  }
}
