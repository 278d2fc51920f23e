package io.ipbx.load.scenario;

import io.ipbx.load.engine.Rounds;
import java.time.Duration;
import java.util.List;

final class SlowAuthServer implements Scenario {

  @Override
  public String name() {
    return "slow-auth";
  }

  @Override
  public String question() {
    return "The auth server takes seconds for a refresh: does everybody wait for the same one, and"
        + " no longer than that?";
  }

  @Override
  public List<Knob> knobs() {
    return List.of(
        new Knob("callers", "5000", "callers, all of whom call at once after the expiry"),
        new Knob("latency", "2s", "of the auth server"),
        new Knob("afterwards", "10s", "how much longer than that the slowest call may take"));
  }

  @Override
  public Plan plan(Knobs knobs) {
    Duration latency = knobs.duration("latency");
    Deed slowExpiry =
        Deed.fault("tokens expire, auth slow", Faults.latency(latency))
            .and(Deed.expire(ExpiryStorm.LIFETIME));
    return Plan.of(new Rounds(knobs.count("callers"), 2))
        .step(new Step.BeforeRound(2, slowExpiry))
        .expectSingleFlight()
        .expect(
            Expect.tokenRequests(1),
            Expect.latency(100, slowExpiry.name(), latency.plus(knobs.duration("afterwards"))));
  }
}
