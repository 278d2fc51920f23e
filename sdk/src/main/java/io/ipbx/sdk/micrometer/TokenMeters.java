package io.ipbx.sdk.micrometer;

import io.ipbx.sdk.auth.TokenEvent;
import io.ipbx.sdk.auth.TokenEvent.BackedOff;
import io.ipbx.sdk.auth.TokenEvent.CallRefused;
import io.ipbx.sdk.auth.TokenEvent.CredentialsBarred;
import io.ipbx.sdk.auth.TokenEvent.FlightFailed;
import io.ipbx.sdk.auth.TokenEvent.FlightJoined;
import io.ipbx.sdk.auth.TokenEvent.FlightLanded;
import io.ipbx.sdk.auth.TokenEvent.FlightStarted;
import io.ipbx.sdk.auth.TokenEvent.GrantEnded;
import io.ipbx.sdk.auth.TokenEvent.StoreConflict;
import io.ipbx.sdk.auth.TokenEvent.StoreUnavailable;
import io.ipbx.sdk.auth.TokenEvent.TokenInvalidated;
import io.ipbx.sdk.auth.TokenEvent.TokensAdopted;
import io.ipbx.sdk.auth.TokenEvent.Waiters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.time.Duration;

/** Meters of flights and the requests they send. */
final class TokenMeters {

  private static final double NANOS_PER_SECOND = Duration.ofSeconds(1).toNanos();

  private final Meters meters;

  TokenMeters(MeterRegistry registry, Iterable<Tag> tags) {
    this.meters = new Meters(registry, tags);
  }

  void record(TokenEvent event) {
    String identity = event.identity().subject() == null ? "access" : "user";
    if (event instanceof FlightStarted started) {
      count("ipbx.token.flights.started", identity, "reason", Meters.lowerCase(started.reason()));
    } else if (event instanceof FlightJoined) {
      count("ipbx.token.joins", identity);
    } else if (event instanceof FlightLanded landed) {
      flight(identity, Meters.lowerCase(landed.grant()), "none", landed.took(), landed.waiters());
    } else if (event instanceof FlightFailed failed) {
      flight(identity, "none", Meters.error(failed.cause()), failed.took(), failed.waiters());
    } else if (event instanceof GrantEnded request) {
      meters.time(
          "ipbx.token.requests",
          request.took(),
          "identity",
          identity,
          "grant",
          Meters.lowerCase(request.grant()),
          "error",
          Meters.error(request.failure()));
    } else if (event instanceof BackedOff backedOff) {
      count("ipbx.token.pauses", identity, "error", Meters.error(backedOff.cause()));
    } else if (event instanceof CredentialsBarred barred) {
      count("ipbx.token.bars", identity, "error", Meters.error(barred.cause()));
    } else if (event instanceof CallRefused refused) {
      count("ipbx.token.refusals", identity, "error", Meters.error(refused.cause()));
    } else if (event instanceof TokenInvalidated) {
      count("ipbx.token.invalidations", identity);
    } else if (event instanceof TokensAdopted) {
      count("ipbx.token.store.adoptions", identity);
    } else if (event instanceof StoreUnavailable) {
      count("ipbx.token.store.failures", identity);
    } else if (event instanceof StoreConflict) {
      count("ipbx.token.store.conflicts", identity);
    }
  }

  private void count(String name, String identity, String... more) {
    String[] tags = new String[more.length + 2];
    tags[0] = "identity";
    tags[1] = identity;
    System.arraycopy(more, 0, tags, 2, more.length);
    meters.count(name, 1, tags);
  }

  private void flight(String identity, String grant, String error, Duration took, Waiters waiters) {
    meters.time("ipbx.token.flights", took, "identity", identity, "grant", grant, "error", error);
    if (waiters.count() > 0) {
      meters.count("ipbx.token.waits", (double) waiters.count(), "identity", identity);
      meters.count(
          "ipbx.token.waits.seconds",
          waiters.total().toNanos() / NANOS_PER_SECOND,
          "identity",
          identity);
      meters.time("ipbx.token.waits.longest", waiters.longest(), "identity", identity);
    }
  }
}
