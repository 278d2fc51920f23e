package io.ipbx.load.scenario;

import io.ipbx.load.engine.Rounds;
import io.ipbx.sdk.IpbxOptions;
import io.vertx.core.json.JsonObject;
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
        new Knob("afterwards", "10s", "how much longer than that the slowest call may take"),
        new Knob("patience", "60s", "of one call, beyond that latency"));
  }

  @Override
  public Plan plan(Knobs knobs) {
    Duration latency = knobs.duration("latency");
    Deed slowExpiry =
        Deed.fault("tokens expire, auth slow", Faults.latency(latency))
            .and(Deed.expire(ExpiryStorm.LIFETIME));
    return Plan.of(new Rounds(knobs.count("callers"), 2))
        .server(new JsonObject().put("accessTokenTtl", ExpiryStorm.LIFETIME.toSeconds()))
        .client(
            new JsonObject()
                .put("authTimeout", latency.toMillis() + IpbxOptions.DEFAULT_AUTH_TIMEOUT)
                .put("flightTimeout", latency.toMillis() + IpbxOptions.DEFAULT_FLIGHT_TIMEOUT)
                .put("requestTimeout", latency.plus(knobs.duration("patience")).toMillis()))
        .step(new Step.BeforeRound(2, slowExpiry))
        .expectSingleFlight()
        .expect(
            Expect.tokenRequests(1),
            Expect.latency(100, slowExpiry.name(), latency.plus(knobs.duration("afterwards"))));
  }
}
