package io.ipbx.load.scenario;

import io.ipbx.load.engine.Rounds;
import io.vertx.core.json.JsonObject;
import java.util.List;

final class ManyIdentities implements Scenario {

  @Override
  public String name() {
    return "many-identities";
  }

  @Override
  public String question() {
    return "Many accesses in one process, and the tokens of all run out: is there one refresh for"
        + " each?";
  }

  @Override
  public List<Knob> knobs() {
    return List.of(
        new Knob("identities", "100", "accesses, each with a client of its own"),
        new Knob("callersEach", "50", "callers of each"),
        new Knob("patience", "60s", "of one call"));
  }

  @Override
  public Plan plan(Knobs knobs) {
    int identities = knobs.count("identities");
    return Plan.of(new Rounds((long) identities * knobs.count("callersEach"), 2))
        .accesses(identities)
        .server(new JsonObject().put("accessTokenTtl", ExpiryStorm.LIFETIME.toSeconds()))
        .client(
            new JsonObject()
                .put("connections", 2)
                .put("requestTimeout", knobs.duration("patience").toMillis()))
        .step(new Step.BeforeRound(2, Deed.expire(ExpiryStorm.LIFETIME)))
        .expectSingleFlight()
        .expect(Expect.tokenRequests(identities));
  }
}
