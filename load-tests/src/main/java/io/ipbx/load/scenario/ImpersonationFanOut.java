package io.ipbx.load.scenario;

import io.ipbx.load.engine.Rounds;
import io.vertx.core.json.JsonObject;
import java.util.List;

final class ImpersonationFanOut implements Scenario {

  @Override
  public String name() {
    return "impersonation";
  }

  @Override
  public String question() {
    return "Many users are acted for, more than tokens are kept for: is anyone asked for twice at"
        + " the same time?";
  }

  @Override
  public List<Knob> knobs() {
    return List.of(
        new Knob("subjects", "10000", "users that are impersonated"),
        new Knob("cap", "1000", "users whose tokens are kept"),
        new Knob("callersPerSubject", "2", "callers that act for the same user at once"),
        new Knob("patience", "60s", "of one call"));
  }

  @Override
  public Plan plan(Knobs knobs) {
    int subjects = knobs.count("subjects");
    int callers = subjects * knobs.count("callersPerSubject");
    return Plan.of(new Rounds(callers, 1))
        .subjects(subjects)
        .server(new JsonObject().put("maxSessions", 2 * callers + 1_000))
        .client(
            new JsonObject()
                .put("impersonations", knobs.count("cap"))
                .put("requestTimeout", knobs.duration("patience").toMillis())
                .put("flightTimeout", knobs.duration("patience").toMillis())
                .put("authTimeout", knobs.duration("patience").toMillis()))
        .withoutTokens("everybody at once")
        .expect(
            Expect.failedCalls(0),
            Expect.peakTokenRequests(1),
            // A user whom the cache had to forget is asked for again: once for each call at most.
            Expect.tokenRequests(callers + 1L),
            Expect.ownContext());
  }
}
