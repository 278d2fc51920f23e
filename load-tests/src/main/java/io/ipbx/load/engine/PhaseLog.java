package io.ipbx.load.engine;

import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** The calls that were due in one phase. */
final class PhaseLog {

  private final String name;
  private final long from;
  private final Histogram latencies =
      new ConcurrentHistogram(1, Recording.LONGEST, Recording.DIGITS);
  private final LongAdder started = new LongAdder();
  private final LongAdder failed = new LongAdder();

  /**
   * @param from nanoseconds on the recording's clock
   */
  PhaseLog(String name, long from) {
    this.name = name;
    this.from = from;
  }

  long from() {
    return from;
  }

  void begin() {
    started.increment();
  }

  void end(long latency, boolean success) {
    latencies.recordValue(latency);
    if (!success) {
      failed.increment();
    }
  }

  Measurement.Phase read(long began) {
    return new Measurement.Phase(name, from - began, started.sum(), failed.sum(), latencies.copy());
  }
}
