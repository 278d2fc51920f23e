package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.auth.AccessToken;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;

/** A token as it was issued, with what serving it costs prepared once. */
final class IssuedToken implements AccessToken {

  private static final String BEARER = "Bearer ";

  /** The token is in it, and kept nowhere else: a million of them are a matter of memory. */
  private final String authorization;

  private final Duration lifetime;
  private final Instant expiresAt;
  private final long sent;
  private final long usableUntil;
  private final long dueFrom;
  private final Future<AccessToken> served;
  private volatile boolean accepted;

  /**
   * @param sent when the token was asked for, in monotonic nanoseconds: what the network took is
   *     then never counted as life
   * @param usable from then until it is no longer used
   * @param untilDue from then until a use renews it
   */
  IssuedToken(
      String value,
      Duration lifetime,
      long sent,
      Duration usable,
      Duration untilDue,
      Instant expiresAt) {
    this.authorization = BEARER + value;
    this.lifetime = lifetime;
    this.expiresAt = expiresAt;
    this.sent = sent;
    this.usableUntil = sent + usable.toNanos();
    this.dueFrom = sent + untilDue.toNanos();
    this.served = Future.succeededFuture(this);
  }

  /** Remembers that a server took {@code token}; after the first time that costs one read. */
  static void accept(AccessToken token) {
    if (token instanceof IssuedToken issued && !issued.accepted) {
      issued.accepted = true;
    }
  }

  boolean isAccepted() {
    return accepted;
  }

  /** Nanoseconds since it was asked for. */
  long age(long nanoTime) {
    return nanoTime - sent;
  }

  /** Nanoseconds until a use renews it; negative once one does. */
  long untilDue(long nanoTime) {
    return dueFrom - nanoTime;
  }

  /** Nanoseconds for which the token may still be used; negative once it may not. */
  long remaining(long nanoTime) {
    return usableUntil - nanoTime;
  }

  /** This token as a future, the same one for each caller. */
  Future<AccessToken> served() {
    return served;
  }

  @Override
  public String value() {
    return authorization.substring(BEARER.length());
  }

  @Override
  public String authorization() {
    return authorization;
  }

  @Override
  public Duration lifetime() {
    return lifetime;
  }

  @Override
  public Instant expiresAt() {
    return expiresAt;
  }

  @Override
  public String toString() {
    return "AccessToken[expires " + expiresAt + "]";
  }
}
