package io.ipbx.mock.control;

import java.util.Set;

/** How a latency varies. */
public enum LatencyDistribution {
  /** Always {@code millis}. */
  FIXED("millis"),
  /** Between {@code min} and {@code max}, all alike. */
  UNIFORM("min", "max"),
  /** Around {@code median}, with a long tail that {@code sigma} stretches and {@code max} ends. */
  LOGNORMAL("median", "sigma", "max");

  // A set that cannot change.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<String> members;

  LatencyDistribution(String... members) {
    this.members = Set.of(members);
  }

  /** The members of {@link FaultEffect} that it takes. */
  Set<String> members() {
    return members;
  }
}
