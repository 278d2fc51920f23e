package io.ipbx.load.scenario;

import io.ipbx.load.engine.Rounds;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;

final class ExpiryStorm implements Scenario {

  static final Duration LIFETIME = Duration.ofHours(1);

  @Override
  public String name() {
    return "expiry-storm";
  }

  @Override
  public String question() {
    return "The token of very many waiting callers runs out: how many refreshes are there, and who"
        + " fails?";
  }

  @Override
  public List<Knob> knobs() {
    return List.of(
        new Knob("callers", "10000", "callers, all of whom call at once after the expiry"),
        new Knob("expiries", "1", "how often the token runs out"),
        new Knob("noticed", "clock", "how: clock (before sending), or 401 (by the answer)"),
        new Knob("patience", "60s", "of one call"));
  }

  @Override
  public Plan plan(Knobs knobs) {
    int expiries = knobs.count("expiries");
    Plan plan =
        Plan.of(new Rounds(knobs.count("callers"), expiries + 1))
            .server(new JsonObject().put("accessTokenTtl", LIFETIME.toSeconds()))
            .client(new JsonObject().put("requestTimeout", knobs.duration("patience").toMillis()));
    for (int round = 2; round <= expiries + 1; round++) {
      plan.step(new Step.BeforeRound(round, expire(knobs)));
    }
    return plan.expectSingleFlight().expect(Expect.tokenRequests(expiries));
  }

  private static Deed expire(Knobs knobs) {
    String noticed = knobs.text("noticed");
    return switch (noticed) {
      case "clock" -> Deed.expire(LIFETIME);
      case "401" -> Deed.expireUnnoticed(LIFETIME);
      default ->
          throw new IllegalArgumentException("noticed is '" + noticed + "': it takes clock or 401");
    };
  }
}
