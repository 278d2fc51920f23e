package io.ipbx.load.demo;

import io.ipbx.mock.control.TokenStats;
import org.HdrHistogram.Histogram;

/**
 * What a storm did to one client, by the callers' count and by the server's own.
 *
 * @param latencies of calls, in microseconds
 * @param requests for a token that the server counted from the moment the tokens had expired
 * @param peak the most of them at the same time
 */
record StormResult(
    String client,
    long answered,
    long failed,
    Histogram latencies,
    long requests,
    int peak,
    double tookMillis) {

  static StormResult of(
      String client,
      long answered,
      long failed,
      Histogram latencies,
      TokenStats stats,
      long requestsBefore,
      double tookMillis) {
    return new StormResult(
        client,
        answered,
        failed,
        latencies,
        stats.requests() - requestsBefore,
        stats.of(Walk.USERNAME).peak(),
        tookMillis);
  }

  double slowestMillis() {
    return latencies.getMaxValue() / 1000.0;
  }
}
