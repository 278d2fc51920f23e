package io.ipbx.load.scenario;

import io.ipbx.load.engine.Rounds;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;

final class SharedStore implements Scenario {

  private static final Duration LIFETIME = Duration.ofMinutes(5);

  @Override
  public String name() {
    return "shared-store";
  }

  @Override
  public String question() {
    return "Several processes share one session through a store, and its token runs out for all at"
        + " once: is there one refresh over all of them?";
  }

  @Override
  public List<Knob> knobs() {
    return List.of(
        new Knob("store", "clustered", "where: local (one process), clustered, or redis"),
        new Knob("processes", "3", "processes that share; with local, clients in one"),
        new Knob("callers", "3000", "callers in all, all of whom call at once after each expiry"),
        new Knob("expiries", "3", "how often the token runs out"),
        new Knob("patience", "60s", "of one call"));
  }

  @Override
  public Plan plan(Knobs knobs) {
    int expiries = knobs.count("expiries");
    Plan plan =
        Plan.of(new Rounds(knobs.count("callers"), expiries + 1))
            .sharing(Sharing.of(knobs.text("store"), knobs.count("processes")))
            // A refresh token that is presented twice ends the session.
            .server(
                new JsonObject()
                    .put("accessTokenTtl", LIFETIME.toSeconds())
                    .put("rotateRefreshTokens", true))
            .client(new JsonObject().put("requestTimeout", knobs.duration("patience").toMillis()));
    for (int round = 2; round <= expiries + 1; round++) {
      plan.step(new Step.BeforeRound(round, Deed.expire(LIFETIME)));
    }
    return plan.expectSingleFlight()
        .expect(
            Expect.tokenRequests(expiries),
            Expect.grants("password", 0),
            Expect.refusedTokenRequests(0));
  }
}
