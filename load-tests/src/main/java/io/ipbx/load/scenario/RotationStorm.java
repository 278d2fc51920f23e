package io.ipbx.load.scenario;

import io.ipbx.load.engine.Rounds;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;

final class RotationStorm implements Scenario {

  private static final Duration LIFETIME = Duration.ofMinutes(5);

  @Override
  public String name() {
    return "rotation-storm";
  }

  @Override
  public String question() {
    return "Refresh tokens are good for one use and a second use ends the session: does the session"
        + " survive storm after storm?";
  }

  @Override
  public List<Knob> knobs() {
    return List.of(
        new Knob("callers", "5000", "callers, all of whom call at once after each expiry"),
        new Knob("expiries", "5", "how often the token runs out"),
        new Knob("patience", "60s", "of one call"));
  }

  @Override
  public Plan plan(Knobs knobs) {
    int expiries = knobs.count("expiries");
    Plan plan =
        Plan.of(new Rounds(knobs.count("callers"), expiries + 1))
            .server(
                new JsonObject()
                    .put("accessTokenTtl", LIFETIME.toSeconds())
                    .put("rotateRefreshTokens", true))
            .client(new JsonObject().put("requestTimeout", knobs.duration("patience").toMillis()));
    for (int round = 2; round <= expiries + 1; round++) {
      plan.step(new Step.BeforeRound(round, Deed.expire(LIFETIME)));
    }
    return plan.expectSingleFlight()
        .expect(Expect.tokenRequests(expiries), Expect.grants("password", 0));
  }
}
