package io.ipbx.load.scenario;

import io.ipbx.load.engine.ArrivalSchedule;
import io.ipbx.load.engine.Arrivals;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;

final class FlappingAuthServer implements Scenario {

  @Override
  public String name() {
    return "flapping-auth";
  }

  @Override
  public String question() {
    return "The auth server comes and goes and asks for pauses: is it left in peace, and does all"
        + " end well?";
  }

  @Override
  public List<Knob> knobs() {
    return List.of(
        new Knob("rate", "300", "calls a second"),
        new Knob("callers", "100", "callers that take turns"),
        new Knob("down", "3s", "how long the auth server is down each time"),
        new Knob("up", "3s", "how long it is up in between"),
        new Knob("times", "2", "how often it goes down, tokens expiring each time"),
        new Knob("retryAfter", "1s", "the pause it asks for, in whole seconds"),
        new Knob("requests", "0", "token requests allowed in all; 0 for what Retry-After implies"));
  }

  @Override
  public Plan plan(Knobs knobs) {
    Duration down = knobs.duration("down");
    Duration up = knobs.duration("up");
    int times = knobs.count("times");
    Duration pause = knobs.seconds("retryAfter");
    Duration cycle = up.plus(down);
    Duration whole = cycle.multipliedBy(times).plus(up);
    Plan plan =
        Plan.of(
                new Arrivals(
                    ArrivalSchedule.constant(knobs.rate("rate"), whole), knobs.count("callers")))
            .server(new JsonObject().put("accessTokenTtl", ExpiryStorm.LIFETIME.toSeconds()));
    for (int n = 0; n < times; n++) {
      Duration begin = cycle.multipliedBy(n).plus(up);
      plan.step(
          new Step.At(
              begin,
              Deed.fault("auth server down " + (n + 1), Faults.unavailable(pause))
                  .and(Deed.expire(ExpiryStorm.LIFETIME))));
      plan.step(new Step.At(begin.plus(down), Deed.recover("auth server back " + (n + 1))));
    }
    return plan.expect(
        Expect.grantsPerExpiry(1),
        Expect.peakTokenRequests(1),
        Expect.duplicateRefreshes(0),
        Expect.tokenRequests(requests(knobs, down, pause, times)),
        Expect.failedCallsIn("auth server back " + times, 0.5),
        Expect.ownContext());
  }

  /** Each time: one at once, one after each pause, and the one that gets through. */
  private static long requests(Knobs knobs, Duration down, Duration pause, int times) {
    String said = knobs.text("requests");
    return said.equals("0")
        ? times * (2 + down.toMillis() / pause.toMillis())
        : knobs.count("requests");
  }
}
