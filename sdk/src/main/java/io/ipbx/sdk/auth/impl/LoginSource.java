package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.auth.Grant;
import io.vertx.core.Future;
import java.util.function.Consumer;

/**
 * Tokens of an API access: refreshed while the server takes the refresh token, else by login. Only
 * the server's word that the refresh token is no good leads from the one to the other; a failure
 * that may pass repeats the same grant, because a burst of password grants is how accounts get
 * locked.
 */
final class LoginSource implements TokenSource {

  private final EngineContext engine;
  private final TokenEndpoint endpoint;
  private final GrantRetry retry;
  private final Login login;
  private final Consumer<String> refused;

  /**
   * @param refused told of a refresh token that the server turned down
   */
  LoginSource(
      EngineContext engine,
      TokenEndpoint endpoint,
      GrantRetry retry,
      Login login,
      Consumer<String> refused) {
    this.engine = engine;
    this.endpoint = endpoint;
    this.retry = retry;
    this.login = login;
    this.refused = refused;
  }

  @Override
  public Future<TokenSet> fetch(Flight flight, TokenSet held) {
    String refreshToken = held.presentable(engine.time().nanoTime());
    return refreshToken == null || login.isBarred()
        ? login.fetch(flight)
        : refresh(flight, refreshToken);
  }

  private Future<TokenSet> refresh(Flight flight, String refreshToken) {
    return retry
        .send(flight, Grant.REFRESH, () -> endpoint.refresh(flight, refreshToken))
        .recover(
            failure -> {
              if (!GrantError.isRefusal(failure)) {
                return login.failed(flight, failure);
              }
              refused.accept(refreshToken);
              return login.fetch(flight);
            });
  }
}
