package io.ipbx.sdk.auth;

import io.ipbx.sdk.IpbxException;
import java.time.Duration;

/** Something that happened to the tokens of an identity. Holds no secret. */
public sealed interface TokenEvent {

  TokenIdentity identity();

  /** Somebody needed a token and no request was in flight. */
  record FlightStarted(TokenIdentity identity) implements TokenEvent {}

  /**
   * A new token is served from now on.
   *
   * @param grant the grant that brought it
   * @param took from the start of the flight
   */
  record FlightLanded(TokenIdentity identity, Grant grant, Duration took) implements TokenEvent {}

  /**
   * All who waited got {@code cause}.
   *
   * @param took from the start of the flight
   */
  record FlightFailed(TokenIdentity identity, IpbxException cause, Duration took)
      implements TokenEvent {}

  /** The present token was put aside, as after a 401. */
  record TokenInvalidated(TokenIdentity identity) implements TokenEvent {}
}
