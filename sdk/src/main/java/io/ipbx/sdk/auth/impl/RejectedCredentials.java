package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.CredentialsRejectedException;
import io.ipbx.sdk.auth.Credentials;
import io.ipbx.sdk.auth.TokenEvent;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a while which credentials the auth server turned down, so that it is not asked
 * about them again and locks no account. Other credentials are another matter, at once. Lives on
 * the engine's context.
 */
final class RejectedCredentials {

  private final EngineContext engine;
  private final Duration first;
  private final Fingerprint fingerprint = new Fingerprint();
  private @Nullable Rejection last;

  RejectedCredentials(EngineContext engine, Duration first) {
    this.engine = engine;
    this.first = first;
  }

  /** Whether some are remembered, so that it matters which ones are at hand. */
  boolean any() {
    return last != null && last.stands(engine.time().nanoTime());
  }

  /** Why {@code given} must not be presented now; null when they may. */
  @Nullable CredentialsRejectedException verdictOn(Credentials given) {
    return last != null && any() && isOf(last, given) ? last.cause() : null;
  }

  /**
   * Holds {@code cause} against {@code given}, against which nothing is held yet.
   *
   * @return for how long
   */
  Duration remember(Flight flight, Credentials given, CredentialsRejectedException cause) {
    int times = last != null && isOf(last, given) ? last.times() + 1 : 1;
    Duration memory = Rejection.memory(first, times);
    last = new Rejection(digest(given), cause, times, engine.time().nanoTime() + memory.toNanos());
    engine.tell(new TokenEvent.CredentialsBarred(flight.identity(), cause, memory));
    return memory;
  }

  void forget() {
    last = null;
  }

  private boolean isOf(Rejection rejection, Credentials given) {
    return rejection.credentials().equals(digest(given));
  }

  private String digest(Credentials given) {
    return fingerprint.of(given.username(), given.password(), given.refreshToken());
  }
}
