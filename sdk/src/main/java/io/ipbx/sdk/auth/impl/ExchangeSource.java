package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.TokenRejectedException;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.Grant;
import io.vertx.core.Future;

/**
 * Tokens of an impersonated user, always made from the access's present token: so a user's token
 * never outlives the right to it, and there is no second refresh token to lose.
 */
final class ExchangeSource implements TokenSource {

  private final TokenEndpoint endpoint;
  private final IdentityTokens access;
  private final String email;
  private final GrantRetry retry;

  ExchangeSource(TokenEndpoint endpoint, IdentityTokens access, String email, GrantRetry retry) {
    this.endpoint = endpoint;
    this.access = access;
    this.email = email;
    this.retry = retry;
  }

  @Override
  public Future<TokenSet> fetch(Flight flight, TokenSet held) {
    return accessToken(flight)
        .compose(
            token ->
                exchange(flight, token)
                    .recover(
                        failure ->
                            failure instanceof TokenRejectedException && access.refused(token)
                                ? exchangeAnew(flight)
                                : Future.failedFuture(failure)));
  }

  private Future<TokenSet> exchangeAnew(Flight flight) {
    return accessToken(flight).compose(token -> exchange(flight, token));
  }

  /** The access holds off by itself: its failure is no reason for its users to hold off too. */
  private Future<AccessToken> accessToken(Flight flight) {
    return access.current().onFailure(failure -> flight.excuse());
  }

  private Future<TokenSet> exchange(Flight flight, AccessToken token) {
    return retry
        .send(flight, Grant.EXCHANGE, () -> endpoint.exchange(flight, token, email))
        .onSuccess(taken -> IssuedToken.accept(token));
  }
}
