package io.ipbx.sdk.auth.impl;

import io.vertx.core.Future;

/** Where an identity's tokens come from. */
interface TokenSource {

  /**
   * Fetches new tokens within {@code flight}; called on the engine's own context.
   *
   * @param held what the identity held when the flight started
   */
  Future<TokenSet> fetch(Flight flight, TokenSet held);
}
