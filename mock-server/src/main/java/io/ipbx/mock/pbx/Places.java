package io.ipbx.mock.pbx;

import io.ipbx.mock.pbx.world.CallHistory;
import io.ipbx.mock.pbx.world.PastCall;
import java.time.Instant;
import java.util.List;
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

  /** Of these, the few among which those legs are. */
  Places of(List<PastCall> legs, CallHistory history) {
    if (legs.isEmpty()) {
      return new Places(0, 0);
    }
    int from = history.firstFrom(legs.get(0).start());
    int to = history.endAt(legs.get(legs.size() - 1).start());
    return new Places(Math.max(first, from), Math.min(end, to));
  }

  int count() {
    return Math.max(0, end - first);
  }
}
