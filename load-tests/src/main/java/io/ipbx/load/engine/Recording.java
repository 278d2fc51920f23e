package io.ipbx.load.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/**
 * Takes down one run: latencies by phase, the timeline, errors, and how far the load itself fell
 * behind. Safe for use by any thread.
 */
public final class Recording {

  static final long LONGEST = TimeUnit.HOURS.toNanos(1);
  static final int DIGITS = 3;

  private static final long NEVER = Long.MAX_VALUE;

  private record Milestone(long calls, Runnable action) {}

  private final LongSupplier clock;
  private final long began;
  private final Function<Throwable, String> kinds;
  private final List<PhaseLog> phases = new CopyOnWriteArrayList<>();
  private final ConcurrentMap<String, LongAdder> errors = new ConcurrentHashMap<>();
  private final Histogram lag = new ConcurrentHistogram(1, LONGEST, DIGITS);
  private final LongAdder started = new LongAdder();
  private final AtomicLong finished = new AtomicLong();
  private final LongAdder failed = new LongAdder();
  private final LongAdder shed = new LongAdder();
  private final LongAdder strayed = new LongAdder();
  private final Timeline timeline = new Timeline();
  private final Deque<Milestone> milestones = new ArrayDeque<>();
  private volatile long nextMilestone = NEVER;
  private volatile boolean closed;

  /**
   * Begins now with a phase of that name.
   *
   * @param clock nanoseconds, monotonic
   * @param kinds what a failure is called in the count of errors
   */
  public Recording(String firstPhase, LongSupplier clock, Function<Throwable, String> kinds) {
    this(firstPhase, clock, clock.getAsLong(), kinds);
  }

  /**
   * Begins with a phase of that name.
   *
   * @param began by that clock
   */
  public Recording(
      String firstPhase, LongSupplier clock, long began, Function<Throwable, String> kinds) {
    this.clock = clock;
    this.began = began;
    this.kinds = kinds;
    phases.add(new PhaseLog(firstPhase, began));
  }

  /** From now on calls belong to a phase of that name, by when they are due. */
  public void phase(String name) {
    phases.add(new PhaseLog(name, clock.getAsLong()));
  }

  /** Runs {@code action} once that many calls have ended, on the thread where the last one did. */
  public synchronized void after(long calls, Runnable action) {
    milestones.add(new Milestone(calls, action));
    List<Milestone> sorted = new ArrayList<>(milestones);
    sorted.sort(Comparator.comparingLong(Milestone::calls));
    milestones.clear();
    milestones.addAll(sorted);
    nextMilestone = sorted.get(0).calls();
  }

  PhaseLog started(long due, long now) {
    started.increment();
    lag.recordValue(within(now - due));
    PhaseLog phase = phaseAt(due);
    phase.begin();
    return phase;
  }

  private PhaseLog phaseAt(long due) {
    for (int latest = phases.size() - 1; latest > 0; latest--) {
      PhaseLog phase = phases.get(latest);
      if (due >= phase.from()) {
        return phase;
      }
    }
    return phases.get(0);
  }

  void finished(PhaseLog phase, long latency, @Nullable Throwable failure, boolean offContext) {
    if (closed) {
      return;
    }
    long counted = within(latency);
    phase.end(counted, failure == null);
    timeline.end(counted);
    if (failure != null) {
      failed.increment();
      errors.computeIfAbsent(kinds.apply(failure), first -> new LongAdder()).increment();
    }
    if (offContext) {
      strayed.increment();
    }
    if (finished.incrementAndGet() >= nextMilestone) {
      reached();
    }
  }

  private void reached() {
    while (true) {
      Milestone due;
      synchronized (this) {
        Milestone first = milestones.peek();
        nextMilestone = first == null ? NEVER : first.calls();
        if (first == null || finished.get() < first.calls()) {
          return;
        }
        due = milestones.remove();
      }
      due.action().run();
    }
  }

  private static long within(long nanos) {
    return Math.max(0, Math.min(nanos, LONGEST));
  }

  void shed() {
    shed.increment();
  }

  long unanswered() {
    return started.sum() - finished.get();
  }

  /** How many calls have ended. */
  public long ended() {
    return finished.get();
  }

  /** How many of them failed. */
  public long failed() {
    return failed.sum();
  }

  /**
   * Ends an interval of the timeline.
   *
   * @param reader is shown the latencies of the calls that ended within it, and must not keep them
   */
  public Measurement.Interval sample(Consumer<Histogram> reader) {
    return timeline.sample(
        clock.getAsLong() - began, started.sum(), finished.get(), failed.sum(), reader);
  }

  /** Lets no further call start, and counts none that ends from now on. */
  public void close() {
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }

  /** All that was recorded. */
  public Measurement read() {
    Map<String, Long> kindsSeen = new TreeMap<>();
    errors.forEach((kind, count) -> kindsSeen.put(kind, count.sum()));
    return new Measurement(
        clock.getAsLong() - began,
        phases.stream().map(phase -> phase.read(began)).toList(),
        timeline.intervals(),
        kindsSeen,
        lag.copy(),
        shed.sum(),
        unanswered(),
        strayed.sum());
  }

  /** Intervals one after another; a sample ends one. */
  private static final class Timeline {

    private final Recorder latencies = new Recorder(1, LONGEST, 2);
    private final List<Measurement.Interval> intervals = new ArrayList<>();
    private @Nullable Histogram used;
    private long startedBefore;
    private long endedBefore;
    private long failedBefore;

    void end(long latency) {
      latencies.recordValue(latency);
    }

    synchronized Measurement.Interval sample(
        long now, long started, long ended, long failed, Consumer<Histogram> reader) {
      Histogram latency = latencies.getIntervalHistogram(used);
      used = latency;
      reader.accept(latency);
      Measurement.Interval interval =
          new Measurement.Interval(
              now,
              started - startedBefore,
              ended - endedBefore,
              failed - failedBefore,
              latency.getValueAtPercentile(50),
              latency.getValueAtPercentile(99),
              latency.getMaxValue());
      startedBefore = started;
      endedBefore = ended;
      failedBefore = failed;
      intervals.add(interval);
      return interval;
    }

    synchronized List<Measurement.Interval> intervals() {
      return List.copyOf(intervals);
    }
  }
}
