package io.ipbx.load.scenario;

import io.ipbx.load.engine.Rounds;
import io.vertx.core.json.JsonObject;
import java.util.List;

final class ColdStart implements Scenario {

  @Override
  public String name() {
    return "cold-start";
  }

  @Override
  public String question() {
    return "An application starts and everybody calls at once: is there one login, or one for"
        + " each?";
  }

  @Override
  public List<Knob> knobs() {
    return List.of(
        new Knob("callers", "10000", "callers that start together"),
        new Knob("patience", "60s", "of one call"));
  }

  @Override
  public Plan plan(Knobs knobs) {
    return Plan.of(new Rounds(knobs.count("callers"), 1))
        .client(new JsonObject().put("requestTimeout", knobs.duration("patience").toMillis()))
        .withoutTokens("no token yet")
        .expectSingleFlight()
        .expect(Expect.tokenRequests(1));
  }
}
