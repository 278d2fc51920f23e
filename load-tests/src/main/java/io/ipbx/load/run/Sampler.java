package io.ipbx.load.run;

import io.ipbx.load.engine.Measurement;
import io.ipbx.load.result.RunResult.Point;
import io.ipbx.load.target.Target;
import io.ipbx.load.target.TokenCounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Looks at a run every 100 ms, on a thread of its own. */
final class Sampler implements AutoCloseable {

  private static final long EVERY_MILLIS = 100;
  private static final double NANOS = 1e6;

  /** Half of an interval: what was counted so little later than its end belongs to it. */
  private static final long SLACK = TimeUnit.MILLISECONDS.toNanos(EVERY_MILLIS / 2);

  private final Pulse pulse;
  private final Target target;
  private final Progress progress;
  private final long began;
  private final long requestsBefore;
  private final List<Point> points = new ArrayList<>();
  private final AtomicBoolean asking = new AtomicBoolean();
  private final NavigableMap<Long, Long> requestsAt = new TreeMap<>();
  private volatile long requests;
  private long requestsShown;

  private final ScheduledFuture<?> ticking;

  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "load-sampler");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param lead how long it is until the load begins
   * @param requestsBefore token requests before the load began
   */
  Sampler(Pulse pulse, Target target, Progress progress, Duration lead, long requestsBefore) {
    this.pulse = pulse;
    this.target = target;
    this.progress = progress;
    this.began = System.nanoTime() + lead.toNanos();
    this.requestsBefore = requestsBefore;
    this.requests = requestsBefore;
    this.requestsShown = requestsBefore;
    this.ticking =
        ticks.scheduleAtFixedRate(this::tick, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    ask();
    for (Point point : next()) {
      progress.goesOn(point, pulse.ended(), pulse.failed(), requests - requestsBefore);
    }
  }

  /** A server that is slow to say is not asked twice. */
  private void ask() {
    if (target.controlled() && asking.compareAndSet(false, true)) {
      target
          .stats()
          .onComplete(
              seen -> {
                if (seen.succeeded()) {
                  requests = seen.result().requests();
                }
                asking.set(false);
              });
    }
  }

  private synchronized List<Point> next() {
    requestsAt.put(System.nanoTime() - began, requests);
    List<Point> more = new ArrayList<>();
    for (Measurement.Interval interval : pulse.over()) {
      more.add(point(interval, requestsBy(interval.end() + SLACK)));
    }
    points.addAll(more);
    return more;
  }

  /** What the server had counted by then; earlier counts are not asked for again. */
  private long requestsBy(long instant) {
    Map.Entry<Long, Long> counted = requestsAt.floorEntry(instant);
    if (counted == null) {
      return requestsShown;
    }
    requestsAt.headMap(counted.getKey(), false).clear();
    return counted.getValue();
  }

  private Point point(Measurement.Interval interval, long requestsNow) {
    long more = Math.max(0, requestsNow - requestsShown);
    requestsShown += more;
    return new Point(
        interval.end() / NANOS,
        interval.started(),
        interval.ended(),
        interval.failed(),
        interval.p50() / NANOS,
        interval.p99() / NANOS,
        interval.max() / NANOS,
        more);
  }

  /** The whole timeline; {@code last} is what the server had counted at the end. */
  synchronized List<Point> finish(TokenCounts last) {
    close();
    List<Measurement.Interval> left = pulse.over();
    for (int n = 0; n < left.size(); n++) {
      boolean lastOne = n == left.size() - 1;
      Measurement.Interval interval = left.get(n);
      points.add(point(interval, lastOne ? last.requests() : requestsBy(interval.end() + SLACK)));
    }
    return List.copyOf(points);
  }

  @Override
  public void close() {
    ticking.cancel(false);
    ticks.shutdown();
  }
}
