package io.ipbx.mock.pbx.world;

import org.jspecify.annotations.Nullable;

/**
 * What a call met in its queue.
 *
 * @param waitingCalls how many waited when it came
 * @param membersCount how many members were at work
 * @param attempt how often the caller has tried today, with this time
 * @param passedBy who let it ring; null when nobody did
 */
public record QueueVisit(
    int waitingCalls, int membersCount, int attempt, @Nullable Person passedBy) {

  /** Its place in the queue, from 1. */
  public int position() {
    return waitingCalls + 1;
  }
}
