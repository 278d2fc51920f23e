package io.ipbx.load.scenario;

import io.ipbx.load.engine.ArrivalSchedule;
import io.ipbx.load.engine.Arrivals;
import io.ipbx.sdk.IpbxOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;

final class AuthOutage implements Scenario {

  /** Late enough to make the client think of a refresh, early enough for the token to be valid. */
  private static final double LATE_IN_LIFE = 0.9;

  @Override
  public String name() {
    return "auth-outage";
  }

  @Override
  public String question() {
    return "The auth server is down while the token is still good: does any call notice?";
  }

  @Override
  public List<Knob> knobs() {
    return List.of(
        new Knob("rate", "500", "calls a second"),
        new Knob("for", "9s", "how long; the middle third is the outage"),
        new Knob("callers", "100", "callers that take turns"),
        new Knob("slowest", "2s", "that a call may be"));
  }

  @Override
  public Plan plan(Knobs knobs) {
    Duration third = knobs.duration("for").dividedBy(3);
    Duration aged = Duration.ofSeconds((long) (ExpiryStorm.LIFETIME.toSeconds() * LATE_IN_LIFE));
    Deed outage =
        Deed.fault("auth server down", Faults.unavailable())
            .and(Deed.pass("token late in life", aged));
    return Plan.of(
            new Arrivals(
                ArrivalSchedule.constant(knobs.rate("rate"), third.multipliedBy(3)),
                knobs.count("callers")))
        .server(new JsonObject().put("accessTokenTtl", ExpiryStorm.LIFETIME.toSeconds()))
        .client(new JsonObject().put("backoffMax", longestPause(third)))
        .step(new Step.At(third, outage))
        .step(new Step.At(third.multipliedBy(2), Deed.recover("auth server back")))
        .expect(
            Expect.failedCalls(0),
            Expect.refusedTokenRequestsAtLeast(1),
            Expect.grantsAtLeast(1),
            Expect.peakTokenRequests(1),
            Expect.latency(100, outage.name(), knobs.duration("slowest")),
            Expect.ownContext());
  }

  /** Short enough for a client to learn in the last third that the server is back. */
  private static long longestPause(Duration third) {
    return Math.max(IpbxOptions.DEFAULT_BACKOFF_MIN, third.dividedBy(4).toMillis());
  }
}
