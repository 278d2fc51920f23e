package io.ipbx.load.engine;

import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What was measured. Times are in nanoseconds from the start, latencies in nanoseconds from when
 * the call was due.
 *
 * @param errors failed calls by their kind
 * @param lag how much later than due calls were started
 * @param shed calls that were due and not made, because too many were unanswered
 * @param strayed calls whose future completed on another context than their caller's
 */
public record Measurement(
    long took,
    List<Phase> phases,
    List<Interval> timeline,
    Map<String, Long> errors,
    Histogram lag,
    long shed,
    long unanswered,
    long strayed) {

  /**
   * The calls that were due in one phase.
   *
   * @param latencies of all that ended, failed ones too: without them a timeout would flatter
   */
  public record Phase(String name, long from, long started, long failed, Histogram latencies) {}

  /**
   * One interval of the timeline.
   *
   * @param p50 latency of the calls that ended within it, as are {@code p99} and {@code max}; zero
   *     when none did
   */
  public record Interval(
      long end, long started, long ended, long failed, long p50, long p99, long max) {}
}
