package io.ipbx.load.scenario;

import io.ipbx.load.engine.ArrivalSchedule;
import io.ipbx.load.engine.Arrivals;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;

final class Soak implements Scenario {

  /** The part of its life at which a token is renewed at the soonest. */
  private static final double SOONEST = 0.7;

  @Override
  public String name() {
    return "soak";
  }

  @Override
  public String question() {
    return "A steady load for a long time: does latency stay where it was, and does nothing fail?";
  }

  @Override
  public List<Knob> knobs() {
    return List.of(
        new Knob("rate", "500", "calls a second"),
        new Knob("for", "30s", "how long: an hour is a real soak"),
        new Knob("callers", "100", "callers that take turns"),
        new Knob("lifetime", "5s", "of a token; server leaves it to the server"),
        new Knob("p99", "500ms", "of the latency"));
  }

  @Override
  public Plan plan(Knobs knobs) {
    Duration whole = knobs.duration("for");
    Plan plan =
        Plan.of(
                new Arrivals(
                    ArrivalSchedule.constant(knobs.rate("rate"), whole), knobs.count("callers")))
            .expect(
                Expect.failedCalls(0),
                Expect.latency(99, knobs.duration("p99")),
                Expect.ownContext());
    return knobs.text("lifetime").equals("server") ? plan : renewing(plan, knobs, whole);
  }

  private static Plan renewing(Plan plan, Knobs knobs, Duration whole) {
    Duration lifetime = knobs.seconds("lifetime");
    double soonest = lifetime.toMillis() * SOONEST;
    return plan.server(new JsonObject().put("accessTokenTtl", lifetime.toSeconds()))
        .expect(
            Expect.peakTokenRequests(1),
            Expect.tokenRequests((long) (whole.toMillis() / soonest) + 2));
  }
}
