package io.ipbx.load.demo;

import io.ipbx.mock.MockIpbx;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Many callers on all event loops, each making its calls one after another. Once each has had its
 * first answer on the average, the server's clock jumps past the end of the tokens in use.
 */
final class Storm {

  static final String CALL = "/calls?pageSize=1";

  private static final Duration PAST_EXPIRY = Duration.ofMinutes(61);
  private static final long PATIENCE_SECONDS = 120;

  private final MockIpbx mock;
  private final int callers;
  private final int calls;
  private final List<Context> loops;

  Storm(List<Context> loops, MockIpbx mock, int callers, int calls) {
    this.loops = loops;
    this.mock = mock;
    this.callers = callers;
    this.calls = calls;
  }

  /** Lets the storm loose on {@code contender}, which is closed afterwards. */
  StormResult run(Contender contender) {
    mock.reset();
    contender.call().await();
    long before = mock.stats().requests();
    Run run = new Run(contender);
    run.start();
    StormResult result = run.await(before);
    contender.close().await();
    return result;
  }

  /** One storm under way. */
  private final class Run {

    private final Contender contender;
    private final Histogram latencies = new ConcurrentHistogram(3);
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong finished = new AtomicLong();
    private final long began = System.nanoTime();
    private final CountDownLatch done = new CountDownLatch(callers);

    Run(Contender contender) {
      this.contender = contender;
    }

    void start() {
      for (int caller = 0; caller < callers; caller++) {
        loops.get(caller % loops.size()).runOnContext(go -> call(calls));
      }
    }

    private void call(int left) {
      if (left == 0) {
        done.countDown();
        return;
      }
      long asked = System.nanoTime();
      contender
          .call()
          .onComplete(
              end -> {
                latencies.recordValue((System.nanoTime() - asked) / 1000);
                (end.succeeded() ? answered : failed).incrementAndGet();
                if (finished.incrementAndGet() == callers) {
                  mock.clock().advance(PAST_EXPIRY);
                }
                call(left - 1);
              });
    }

    StormResult await(long before) {
      try {
        if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          failed.addAndGet(done.getCount());
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      double took = (System.nanoTime() - began) / 1e6;
      return StormResult.of(
          contender.name(), answered.get(), failed.get(), latencies, mock.stats(), before, took);
    }
  }
}
