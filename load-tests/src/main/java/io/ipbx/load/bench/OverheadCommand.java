package io.ipbx.load.bench;

import io.ipbx.load.engine.ArrivalSchedule;
import io.ipbx.load.engine.Arrivals;
import io.ipbx.load.engine.LoadEngine;
import io.ipbx.load.engine.Measurement;
import io.ipbx.load.engine.Recording;
import io.ipbx.load.scenario.Plan;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Drives the engine against work that is done at once: what is left is the engine's own cost. */
@Command(
    name = "overhead",
    description =
        "Measures the load engine against an empty target: 0 when it kept the rate and was not"
            + " late.",
    mixinStandardHelpOptions = true)
public final class OverheadCommand implements Callable<Integer> {

  private static final Duration WARM_UP = Duration.ofSeconds(2);
  private static final double SECOND = 1e9;

  /** What may be missing of the rate, as the end of the last call is waited for. */
  private static final double ENOUGH = 0.99;

  @Option(names = "--rate", description = "Calls a second. Default: ${DEFAULT-VALUE}")
  private double rate = 200_000;

  @Option(names = "--seconds", description = "How long. Default: ${DEFAULT-VALUE}")
  private int seconds = 5;

  @Override
  public Integer call() {
    Vertx vertx = Vertx.vertx();
    try {
      LoadEngine engine = LoadEngine.on(vertx, System::nanoTime).await();
      measure(engine, WARM_UP);
      Measurement measured = measure(engine, Duration.ofSeconds(seconds));
      long calls = measured.phases().get(0).latencies().getTotalCount();
      double reached = calls / (measured.took() / SECOND);
      System.out.printf(
          Locale.ROOT,
          "%,.0f starts a second of %,.0f wanted; late by p50 %,.3f ms, p99 %,.3f ms, at most"
              + " %,.1f ms%n",
          reached,
          rate,
          measured.lag().getValueAtPercentile(50) / 1e6,
          measured.lag().getValueAtPercentile(99) / 1e6,
          measured.lag().getMaxValue() / 1e6);
      return kept(rate, reached, measured.lag()) ? ExitCode.OK : ExitCode.SOFTWARE;
    } finally {
      vertx.close().await();
    }
  }

  /** What reaches its rate late, in bursts, has not kept it. */
  static boolean kept(double rate, double reached, Histogram lag) {
    return reached >= ENOUGH * rate && lag.getValueAtPercentile(99) <= Plan.LAG.toNanos();
  }

  private Measurement measure(LoadEngine engine, Duration duration) {
    Recording recording =
        new Recording("empty", System::nanoTime, failure -> failure.getClass().getSimpleName());
    Future<?> nothing = Future.succeededFuture();
    engine
        .run(
            new Arrivals(ArrivalSchedule.constant(rate, duration), 1_000),
            caller -> nothing,
            recording)
        .await();
    return recording.read();
  }
}
