package io.ipbx.sdk.auth;

import io.vertx.core.Future;

/**
 * The tokens of one identity. Every future completes on the Vert.x context of its caller; a caller
 * without one gets a context of its own. Failures are {@link io.ipbx.sdk.IpbxException}s. However
 * many ask, at most one token request is in flight, and it belongs to the client: a caller that
 * goes away takes nobody down.
 */
public interface Tokens {

  /** Whose tokens these are. */
  TokenIdentity identity();

  /**
   * A valid token: an already completed future while there is one, else the outcome of the flight
   * in the air or of a new one. After a flight that failed, and until the next may start, fails at
   * once with {@link io.ipbx.sdk.TokenPausedException}.
   */
  Future<AccessToken> current();

  /**
   * A token newer than the present one, also while that is still valid. Joins the flight in the
   * air. The present token goes on being served meanwhile, and after a failure.
   */
  Future<AccessToken> refresh();

  /** How it stands with these tokens now; cheap, asks nobody. */
  TokenStatus status();

  /**
   * Puts {@code token} aside when it is still the present one, so that the next call gets another.
   * An older token changes nothing: its successor has come already.
   *
   * @return whether it was the present one
   */
  boolean invalidate(AccessToken token);

  /**
   * Forgets the tokens of this identity and of all whom it impersonates. Who waits for one of them
   * fails with {@link io.ipbx.sdk.LoggedOutException}; the next call logs in anew. Where a logout
   * address is configured the session is ended on the server too, and the future tells how that
   * went; otherwise it is complete at once.
   */
  Future<Void> logout();
}
