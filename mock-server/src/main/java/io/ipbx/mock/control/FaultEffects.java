package io.ipbx.mock.control;

/** The effects, ready-made. Times are in milliseconds unless said otherwise. */
public final class FaultEffects {

  private FaultEffects() {}

  /** An effect that takes no members. */
  public static FaultEffect of(FaultType type) {
    return new FaultEffect().setType(type);
  }

  public static FaultEffect latency(long millis) {
    return of(FaultType.LATENCY).setMillis(millis);
  }

  public static FaultEffect uniformLatency(long min, long max) {
    return of(FaultType.LATENCY)
        .setDistribution(LatencyDistribution.UNIFORM)
        .setMin(min)
        .setMax(max);
  }

  /**
   * A latency with a long tail, a minute at the most.
   *
   * @param sigma the deviation of the logarithm: 0 to 10
   */
  public static FaultEffect lognormalLatency(long median, double sigma) {
    return of(FaultType.LATENCY)
        .setDistribution(LatencyDistribution.LOGNORMAL)
        .setMedian(median)
        .setSigma(sigma);
  }

  /** That status, without a body. */
  public static FaultEffect status(int status) {
    return of(FaultType.STATUS).setStatus(status);
  }

  /** That status with a JSON body. */
  public static FaultEffect status(int status, String json) {
    return status(status).setBody(json);
  }

  /** That status with {@code Retry-After}, in seconds. */
  public static FaultEffect retryAfter(int status, long seconds) {
    return status(status).setRetryAfter(seconds);
  }

  /** 429 past {@code limit} requests in so many seconds of the mock's clock. */
  public static FaultEffect quota(long limit, long seconds) {
    return of(FaultType.QUOTA).setLimit(limit).setPeriod(seconds);
  }

  /** The body, so many bytes at a time. */
  public static FaultEffect drip(int bytes, long interval) {
    return of(FaultType.DRIP).setBytes(bytes).setInterval(interval);
  }
}
