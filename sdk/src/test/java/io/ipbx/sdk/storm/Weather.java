package io.ipbx.sdk.storm;

import io.ipbx.mock.MockIpbx;
import io.ipbx.mock.control.FaultEffect;
import io.ipbx.mock.control.FaultEffects;
import io.ipbx.mock.control.FaultMatch;
import io.ipbx.mock.control.FaultRule;
import io.ipbx.mock.control.FaultType;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** Every fault of the mock at once, each with a chance of its own; named after its type. */
final class Weather {

  private static final double CHANCE = 0.02;

  private Weather() {}

  /**
   * @param identities how many there are: what strikes many of them at once is the rarer the more
   */
  static void worsen(MockIpbx mock, int identities) {
    double rare = Math.min(CHANCE, 8.0 / identities);
    for (FaultType type : FaultType.values()) {
      FaultMatch match =
          new FaultMatch()
              .setProbability(chance(type, rare))
              .setSeed((long) type.name().hashCode());
      mock.faults().add(new FaultRule(match, effect(type)).setId(type.name()));
    }
  }

  /** How often each acted. */
  static Map<FaultType, Long> acted(MockIpbx mock) {
    Map<FaultType, Long> acted = new EnumMap<>(FaultType.class);
    Stream.of(FaultType.values())
        .forEach(type -> acted.put(type, mock.faults().acted(type.name())));
    return acted;
  }

  private static FaultEffect effect(FaultType type) {
    return switch (type) {
      case LATENCY -> FaultEffects.lognormalLatency(5, 1).setMax(400L);
      case STATUS -> FaultEffects.retryAfter(503, 1);
      case QUOTA -> FaultEffects.quota(3, 600);
      case DRIP -> FaultEffects.drip(200, 2);
      default -> FaultEffects.of(type);
    };
  }

  private static double chance(FaultType type, double rare) {
    return switch (type) {
      case EXPIRE, REVOKE, ROTATE_KEYS -> rare;
      case NEVER_ANSWER -> CHANCE / 2;
      default -> CHANCE;
    };
  }
}
