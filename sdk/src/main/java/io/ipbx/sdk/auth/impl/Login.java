package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.CredentialsRejectedException;
import io.ipbx.sdk.ErrorDetail;
import io.ipbx.sdk.auth.Credentials;
import io.ipbx.sdk.auth.Grant;
import io.vertx.core.Future;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Begins a session with what the application supplies: its refresh token as long as that is fresh,
 * else its password. What the server turns down is not presented again for a while.
 */
final class Login {

  private final TokenEndpoint endpoint;
  private final GrantRetry retry;
  private final SuppliedCredentials supplied;
  private final RejectedCredentials rejected;
  private final Fingerprint fingerprint = new Fingerprint();

  /** The supplied refresh token that was presented already, as a digest. */
  private String spent = "";

  Login(
      TokenEndpoint endpoint,
      GrantRetry retry,
      SuppliedCredentials supplied,
      RejectedCredentials rejected) {
    this.endpoint = endpoint;
    this.retry = retry;
    this.supplied = supplied;
    this.rejected = rejected;
  }

  /** Whether some credentials are remembered as rejected: then others are to be looked for. */
  boolean isBarred() {
    return rejected.any();
  }

  Future<TokenSet> fetch(Flight flight) {
    return supplied
        .ask()
        .compose(
            given -> {
              CredentialsRejectedException verdict = rejected.verdictOn(given);
              if (verdict != null) {
                flight.excuse();
                return Future.failedFuture(verdict);
              }
              return present(flight, given)
                  .onSuccess(tokens -> rejected.forget())
                  .onFailure(failure -> bar(flight, given, failure));
            });
  }

  /** Holds {@code failure} against the credentials at hand, when it is one of theirs. */
  Future<TokenSet> failed(Flight flight, Throwable failure) {
    return failure instanceof CredentialsRejectedException
        ? supplied
            .ask()
            .onSuccess(given -> bar(flight, given, failure))
            .transform(asked -> Future.failedFuture(failure))
        : Future.failedFuture(failure);
  }

  private void bar(Flight flight, Credentials given, Throwable failure) {
    if (failure instanceof CredentialsRejectedException rejection) {
      Duration memory = rejected.remember(flight, given, rejection);
      flight.excuse();
      if (!supplied.mayChange()) {
        // Until then every flight would end here again, so none needs to start.
        flight.leavePause(memory);
      }
    }
  }

  private Future<TokenSet> present(Flight flight, Credentials given) {
    String refreshToken = given.refreshToken();
    return refreshToken == null || isSpent(refreshToken)
        ? password(flight, given, null)
        : refresh(flight, given, refreshToken);
  }

  private Future<TokenSet> refresh(Flight flight, Credentials given, String refreshToken) {
    return retry
        .send(flight, Grant.REFRESH, () -> endpoint.refresh(flight, refreshToken))
        .onSuccess(tokens -> spend(refreshToken))
        .recover(
            failure -> {
              if (!GrantError.isRefusal(failure)) {
                return Future.failedFuture(failure);
              }
              spend(refreshToken);
              return password(flight, given, (CredentialsRejectedException) failure);
            });
  }

  private Future<TokenSet> password(
      Flight flight, Credentials given, @Nullable CredentialsRejectedException refusal) {
    String password = given.password();
    return password != null
        ? retry.send(
            flight, Grant.PASSWORD, () -> endpoint.password(flight, given.username(), password))
        : Future.failedFuture(nothingLeft(refusal));
  }

  private static CredentialsRejectedException nothingLeft(
      @Nullable CredentialsRejectedException refusal) {
    return new CredentialsRejectedException(
        (refusal == null ? "the session of the refresh token is over" : refusal.getMessage())
            + "; there is no password to log in with: supply a new refresh token or a password",
        refusal == null ? ErrorDetail.NONE : refusal.detail());
  }

  private boolean isSpent(String refreshToken) {
    return spent.equals(fingerprint.of(refreshToken));
  }

  private void spend(String refreshToken) {
    spent = fingerprint.of(refreshToken);
  }
}
