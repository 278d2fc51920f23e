package io.ipbx.load.scenario;

import io.ipbx.load.engine.Loops;
import io.vertx.core.json.JsonObject;
import java.util.List;

final class WrongCredentials implements Scenario {

  @Override
  public String name() {
    return "wrong-credentials";
  }

  @Override
  public String question() {
    return "The password is wrong and everybody keeps calling: is the account locked by it?";
  }

  @Override
  public List<Knob> knobs() {
    return List.of(
        new Knob("callers", "200", "callers, each calling again at once after a failure"),
        new Knob("calls", "20", "of each caller"),
        new Knob("lockedAfter", "5", "wrong passwords in a row that lock the account"));
  }

  @Override
  public Plan plan(Knobs knobs) {
    int callers = knobs.count("callers");
    int calls = knobs.count("calls");
    int locked = knobs.count("lockedAfter");
    return Plan.of(new Loops(callers, calls, null))
        .server(new JsonObject().put("bruteForceFailures", locked))
        .wrongPassword()
        .withoutTokens("password wrong")
        .expect(
            Expect.failedCallsAtLeast((long) callers * calls),
            Expect.ofEachProcess(Expect::tokenRequests),
            Expect.ofEachProcess(Expect::peakTokenRequests),
            Expect.ownContext());
  }
}
