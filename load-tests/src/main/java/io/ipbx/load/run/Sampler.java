package io.ipbx.load.run;

import io.ipbx.load.engine.Measurement;
import io.ipbx.load.engine.Recording;
import io.ipbx.load.result.RunResult.Point;
import io.ipbx.load.target.Target;
import io.ipbx.load.target.TokenCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Looks at a run every 100 ms, on a thread of its own. */
final class Sampler implements AutoCloseable {

  private static final long EVERY_MILLIS = 100;
  private static final double NANOS = 1e6;

  private final Recording recording;
  private final Target target;
  private final Progress progress;
  private final List<Point> points = new ArrayList<>();
  private final AtomicBoolean asking = new AtomicBoolean();
  private final long requestsBefore;
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
   * @param requestsBefore token requests before the load began
   */
  Sampler(Recording recording, Target target, Progress progress, long requestsBefore) {
    this.recording = recording;
    this.target = target;
    this.progress = progress;
    this.requestsBefore = requestsBefore;
    this.requests = requestsBefore;
    this.ticking =
        ticks.scheduleAtFixedRate(this::tick, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    ask();
    Point point = point(recording.sample(), requests);
    progress.goesOn(point, recording.ended(), recording.failed(), requests - requestsBefore);
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

  private synchronized Point point(Measurement.Interval interval, long requestsNow) {
    long shownBefore = requestsShown == 0 ? requestsBefore : requestsShown;
    requestsShown = requestsNow;
    Point point =
        new Point(
            interval.end() / NANOS,
            interval.started(),
            interval.ended(),
            interval.failed(),
            interval.p50() / NANOS,
            interval.p99() / NANOS,
            interval.max() / NANOS,
            Math.max(0, requestsNow - shownBefore));
    points.add(point);
    return point;
  }

  /** The whole timeline; {@code last} is what the server had counted at the end. */
  synchronized List<Point> finish(TokenCounts last) {
    close();
    point(recording.sample(), last.requests());
    return List.copyOf(points);
  }

  @Override
  public void close() {
    ticking.cancel(false);
    ticks.shutdown();
  }
}
