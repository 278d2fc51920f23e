package io.ipbx.sdk.auth;

import io.ipbx.sdk.IpbxException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to the tokens of an identity. Holds no secret. Each {@link FlightStarted}
 * is followed by one {@link FlightLanded} or {@link FlightFailed}, also through a logout or a
 * close.
 */
public sealed interface TokenEvent {

  TokenIdentity identity();

  /** Why a flight started. */
  enum Reason {
    /** A call found no token that could be served. */
    NEEDED,
    /** A call asked for a newer one. */
    FORCED,
    /** A call used a token late in its life; nobody waits. */
    AHEAD,
    /** The timer that keeps tokens warm; nobody waits. */
    WARM
  }

  /**
   * Who waited for a flight; all zero when nobody did.
   *
   * @param count the callers, the one that started the flight included
   * @param total the sum of their waits, from each one's call to the end of the flight
   * @param longest the longest of them
   */
  record Waiters(long count, Duration total, Duration longest) {}

  /** A token is wanted and no request for one was in flight. */
  record FlightStarted(TokenIdentity identity, Reason reason) implements TokenEvent {}

  /** A call waits for a flight that another had started. */
  record FlightJoined(TokenIdentity identity) implements TokenEvent {}

  /**
   * A new token is served from now on.
   *
   * @param grant the grant that brought it
   * @param took from the start of the flight
   */
  record FlightLanded(TokenIdentity identity, Grant grant, Duration took, Waiters waiters)
      implements TokenEvent {}

  /**
   * All who waited got {@code cause}.
   *
   * @param took from the start of the flight
   */
  record FlightFailed(TokenIdentity identity, IpbxException cause, Duration took, Waiters waiters)
      implements TokenEvent {}

  /**
   * One request to the auth server is over; a flight sends one or more.
   *
   * @param took from before the request was sent
   * @param failure null when it brought a token
   */
  record GrantEnded(
      TokenIdentity identity, Grant grant, Duration took, @Nullable IpbxException failure)
      implements TokenEvent {}

  /** After a failed flight no other starts before {@code pause} is over. */
  record BackedOff(TokenIdentity identity, IpbxException cause, Duration pause)
      implements TokenEvent {}

  /** The same credentials are not presented again before {@code duration} is over. */
  record CredentialsBarred(TokenIdentity identity, IpbxException cause, Duration duration)
      implements TokenEvent {}

  /** A call without a valid token failed at once, because the pause is not over. */
  record CallRefused(TokenIdentity identity, IpbxException cause) implements TokenEvent {}

  /** A token that another client had put into the token store is served from now on. */
  record TokensAdopted(TokenIdentity identity) implements TokenEvent {}

  /**
   * The token store did not answer: this client carries on with what it holds.
   *
   * @param cause its message tells no secret; a store's own exception may be behind it
   */
  record StoreUnavailable(TokenIdentity identity, IpbxException cause) implements TokenEvent {}

  /**
   * Another client changed the token store while this one held the lock: the lock was lost, or the
   * tokens were logged out of.
   */
  record StoreConflict(TokenIdentity identity) implements TokenEvent {}

  /** The present token was put aside, as after a 401. */
  record TokenInvalidated(TokenIdentity identity) implements TokenEvent {}
}
