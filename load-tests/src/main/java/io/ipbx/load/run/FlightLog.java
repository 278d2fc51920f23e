package io.ipbx.load.run;

import io.ipbx.load.result.RunResult.FlightResult;
import io.ipbx.sdk.auth.TokenEvent;
import io.ipbx.sdk.auth.TokenListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Writes down the flights of a run: the first of them, where there are very many. */
final class FlightLog implements TokenListener {

  private static final int MOST = 2_000;
  private static final double NANOS = 1e6;

  private final LongSupplier sinceStart;
  private final List<FlightResult> flights = new ArrayList<>();

  /**
   * @param sinceStart nanoseconds
   */
  FlightLog(LongSupplier sinceStart) {
    this.sinceStart = sinceStart;
  }

  @Override
  public void onEvent(TokenEvent event) {
    if (event instanceof TokenEvent.FlightLanded landed) {
      add(landed.grant().name().toLowerCase(Locale.ROOT), landed.took(), landed.waiters());
    } else if (event instanceof TokenEvent.FlightFailed failed) {
      add(FailureKinds.of(failed.cause()), failed.took(), failed.waiters());
    }
  }

  private synchronized void add(String outcome, Duration took, TokenEvent.Waiters waiters) {
    if (flights.size() < MOST) {
      flights.add(
          new FlightResult(
              sinceStart.getAsLong() / NANOS, took.toNanos() / NANOS, outcome, waiters.count()));
    }
  }

  synchronized List<FlightResult> flights() {
    return List.copyOf(flights);
  }
}
