package io.ipbx.load.result;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * The calls that were due in one phase.
 *
 * @param fromMillis its start
 * @param calls that ended
 * @param unanswered calls that had not ended when the run was
 * @param latency the whole histogram in nanoseconds, HdrHistogram's compressed form in Base64; the
 *     numbers beside it are read from it
 */
public record PhaseResult(
    String name,
    double fromMillis,
    long calls,
    long failed,
    long unanswered,
    double meanMillis,
    double p50Millis,
    double p90Millis,
    double p99Millis,
    double p999Millis,
    double maxMillis,
    List<Percentile> curve,
    String latency) {

  /** Of its histogram. */
  public static final int DIGITS = 3;

  private static final double NANOS = 1e6;
  private static final int TICKS_PER_HALF = 8;

  /** One point of the percentile curve. */
  public record Percentile(double percentile, double millis) {}

  public static PhaseResult of(
      String name, double fromMillis, long failed, long unanswered, Histogram latency) {
    return new PhaseResult(
        name,
        fromMillis,
        latency.getTotalCount(),
        failed,
        unanswered,
        latency.getMean() / NANOS,
        at(latency, 50),
        at(latency, 90),
        at(latency, 99),
        at(latency, 99.9),
        latency.getMaxValue() / NANOS,
        curveOf(latency),
        Histograms.encode(latency));
  }

  private static double at(Histogram latency, double percentile) {
    return latency.getValueAtPercentile(percentile) / NANOS;
  }

  private static List<Percentile> curveOf(Histogram latency) {
    List<Percentile> curve = new ArrayList<>();
    latency
        .percentiles(TICKS_PER_HALF)
        .forEach(
            step ->
                curve.add(
                    new Percentile(
                        step.getPercentileLevelIteratedTo(), step.getValueIteratedTo() / NANOS)));
    return List.copyOf(curve);
  }

  /** All calls, whether they ended or not. */
  public long due() {
    return calls + unanswered;
  }

  /** The whole histogram, in nanoseconds. */
  public Histogram histogram() {
    try {
      return Histograms.decode(latency);
    } catch (IllegalArgumentException damaged) {
      throw new IllegalArgumentException(
          "the histogram of phase '" + name + "' is damaged", damaged);
    }
  }

  /**
   * Latency at any percentile.
   *
   * @param percentile from 0 to 100
   */
  public double millisAt(double percentile) {
    return at(histogram(), percentile);
  }
}
