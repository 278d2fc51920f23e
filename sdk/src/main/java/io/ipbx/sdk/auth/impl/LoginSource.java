package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.CredentialsRejectedException;
import io.ipbx.sdk.TokenUnavailableException;
import io.ipbx.sdk.auth.Credentials;
import io.ipbx.sdk.spi.Time;
import io.vertx.core.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of an API access: refreshed while the server takes the refresh token, else by password.
 * Only the server's word that the refresh token is no good leads from the one to the other; a
 * failure that may pass repeats the same grant, because a burst of password grants is how accounts
 * get locked.
 */
final class LoginSource implements TokenSource {

  private static final String INVALID_GRANT = "invalid_grant";

  private final TokenEndpoint endpoint;
  private final Supplier<Future<Credentials>> credentials;
  private final GrantRetry retry;
  private final Time time;
  private final Consumer<String> refused;

  /**
   * @param refused told of a refresh token that the server turned down
   */
  LoginSource(
      TokenEndpoint endpoint,
      Supplier<Future<Credentials>> credentials,
      GrantRetry retry,
      Time time,
      Consumer<String> refused) {
    this.endpoint = endpoint;
    this.credentials = credentials;
    this.retry = retry;
    this.time = time;
    this.refused = refused;
  }

  @Override
  public Future<TokenSet> fetch(Flight flight, TokenSet held) {
    String refreshToken = held.presentable(time.nanoTime());
    return refreshToken == null ? login(flight) : refresh(flight, refreshToken);
  }

  private Future<TokenSet> refresh(Flight flight, String refreshToken) {
    return retry
        .send(flight, () -> endpoint.refresh(flight, refreshToken))
        .recover(
            failure -> {
              if (!isRefused(failure)) {
                return Future.failedFuture(failure);
              }
              refused.accept(refreshToken);
              return login(flight);
            });
  }

  private static boolean isRefused(Throwable failure) {
    return failure instanceof CredentialsRejectedException rejected
        && INVALID_GRANT.equals(rejected.detail().code());
  }

  private Future<TokenSet> login(Flight flight) {
    return ask().compose(given -> retry.send(flight, () -> endpoint.password(flight, given)));
  }

  private Future<Credentials> ask() {
    @Nullable Future<Credentials> given;
    try {
      given = credentials.get();
    } catch (RuntimeException failure) {
      given = Future.failedFuture(failure);
    }
    if (given == null) {
      given = Future.failedFuture("it returned null");
    }
    return given.recover(
        failure ->
            Future.failedFuture(
                new TokenUnavailableException("the credentials supplier failed", failure)));
  }
}
