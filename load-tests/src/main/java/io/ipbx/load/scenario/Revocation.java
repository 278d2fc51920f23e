package io.ipbx.load.scenario;

import io.ipbx.load.engine.Loops;
import io.vertx.core.json.JsonObject;
import java.util.List;

final class Revocation implements Scenario {

  @Override
  public String name() {
    return "revocation";
  }

  @Override
  public String question() {
    return "Sessions are ended while calls are on their way, and 401s come late: does each lead to"
        + " a login, or all to one?";
  }

  @Override
  public List<Knob> knobs() {
    return List.of(
        new Knob("callers", "1000", "callers, each calling again when answered"),
        new Knob("calls", "20", "of each caller"),
        new Knob("revocations", "2", "how often all sessions are ended"),
        new Knob("patience", "60s", "of one call"));
  }

  @Override
  public Plan plan(Knobs knobs) {
    int callers = knobs.count("callers");
    int calls = knobs.count("calls");
    int revocations = knobs.count("revocations");
    Plan plan =
        Plan.of(new Loops(callers, calls, null))
            .client(new JsonObject().put("requestTimeout", knobs.duration("patience").toMillis()));
    long all = (long) callers * calls;
    for (int n = 1; n <= revocations; n++) {
      plan.step(new Step.AfterCalls(all * n / (revocations + 1), Deed.revoke()));
    }
    // Each time: the refresh token is refused, and one login follows.
    return plan.expectSingleFlight().expect(Expect.tokenRequests(2L * revocations));
  }
}
