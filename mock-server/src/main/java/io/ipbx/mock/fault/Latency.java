package io.ipbx.mock.fault;

import io.ipbx.mock.control.FaultEffect;
import io.ipbx.mock.control.LatencyDistribution;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** How long a request waits. */
record Latency(FaultEffect effect) {

  private static final long LONGEST_TAIL = 60_000;

  boolean isRandom() {
    return distribution() != LatencyDistribution.FIXED;
  }

  private LatencyDistribution distribution() {
    return Objects.requireNonNullElse(effect.getDistribution(), LatencyDistribution.FIXED);
  }

  /** {@code random} is there when this {@link #isRandom}. */
  long millis(@Nullable SplittableRandom random) {
    return switch (distribution()) {
      case FIXED -> Objects.requireNonNull(effect.getMillis());
      case UNIFORM ->
          Objects.requireNonNull(random)
              .nextLong(
                  Objects.requireNonNull(effect.getMin()),
                  Objects.requireNonNull(effect.getMax()) + 1);
      case LOGNORMAL -> lognormal(Objects.requireNonNull(random).nextGaussian());
    };
  }

  private long lognormal(double deviation) {
    double sigma = Objects.requireNonNull(effect.getSigma());
    double drawn = Objects.requireNonNull(effect.getMedian()) * Math.exp(sigma * deviation);
    return Math.round(Math.min(drawn, Objects.requireNonNullElse(effect.getMax(), LONGEST_TAIL)));
  }
}
