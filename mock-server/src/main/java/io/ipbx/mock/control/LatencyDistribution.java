package io.ipbx.mock.control;

/** How a latency varies. */
public enum LatencyDistribution {
  /** Always {@code millis}. */
  FIXED,
  /** Between {@code min} and {@code max}, all alike. */
  UNIFORM,
  /** Around {@code median}, with a long tail that {@code sigma} stretches and {@code max} ends. */
  LOGNORMAL
}
