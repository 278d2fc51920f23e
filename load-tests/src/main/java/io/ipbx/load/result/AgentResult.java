package io.ipbx.load.result;

import org.jspecify.annotations.Nullable;

/**
 * One of several processes that made the calls of a run.
 *
 * @param lateMillis how much later than the common instant it began, at the worst of its rounds
 * @param clockMillis how far off that knowledge may be: half of the quickest round trip
 * @param lagP99Millis how much later than due its calls were started
 * @param lost why it did not stay to the end; null when it did
 */
public record AgentResult(
    String name,
    long calls,
    long failed,
    double lateMillis,
    double clockMillis,
    double lagP99Millis,
    double lagMaxMillis,
    @Nullable String lost) {}
