package io.ipbx.load.cluster;

import io.ipbx.load.engine.Measurement.Interval;
import io.ipbx.load.run.Pulse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** The timelines of several agents as one, by the instant: a tenth of a second for each. */
final class MergedTimeline implements Pulse {

  private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int DIGITS = 2;

  private static final class Bucket {

    private final Histogram latencies = new Histogram(DIGITS);
    private long started;
    private long ended;
    private long failed;

    Interval read(long end) {
      return new Interval(
          end,
          started,
          ended,
          failed,
          latencies.getValueAtPercentile(50),
          latencies.getValueAtPercentile(99),
          latencies.getMaxValue());
    }
  }

  private final TreeMap<Long, Bucket> open = new TreeMap<>();
  private final Map<Integer, Long> reached = new TreeMap<>();
  private boolean finished;
  private long told = Long.MIN_VALUE;
  private long ended;
  private long failed;

  /** A timeline of agents with these numbers. */
  MergedTimeline(List<Integer> agents) {
    agents.forEach(agent -> reached.put(agent, Long.MIN_VALUE));
  }

  /**
   * An interval of one agent's is over.
   *
   * @param interval its end by the common clock, from the common start
   * @param latencies of its calls; null when none ended
   */
  synchronized void add(int agent, Interval interval, @Nullable Histogram latencies) {
    long number = Math.max(told + 1, Math.max(1, Math.round((double) interval.end() / EVERY)));
    Bucket bucket = open.computeIfAbsent(number, first -> new Bucket());
    bucket.started += interval.started();
    bucket.ended += interval.ended();
    bucket.failed += interval.failed();
    if (latencies != null) {
      bucket.latencies.add(latencies);
    }
    ended += interval.ended();
    failed += interval.failed();
    reached.computeIfPresent(agent, (who, before) -> Math.max(before, number));
  }

  /** Nothing more is waited for from that agent. */
  synchronized void leave(int agent) {
    reached.remove(agent);
  }

  /** Nothing more is waited for from anybody. */
  synchronized void finish() {
    finished = true;
  }

  @Override
  public synchronized List<Interval> over() {
    long upTo = reached.values().stream().mapToLong(Long::longValue).min().orElse(Long.MIN_VALUE);
    Map<Long, Bucket> over = finished ? open : open.headMap(upTo, false);
    List<Interval> intervals = new ArrayList<>();
    over.forEach((number, bucket) -> intervals.add(bucket.read(number * EVERY)));
    if (!over.isEmpty()) {
      told = over.keySet().stream().mapToLong(Long::longValue).max().orElse(told);
      over.clear();
    }
    return intervals;
  }

  @Override
  public synchronized long ended() {
    return ended;
  }

  @Override
  public synchronized long failed() {
    return failed;
  }
}
