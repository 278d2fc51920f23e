package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.TokenIdentity;
import io.ipbx.sdk.auth.TokenStatus;
import io.vertx.core.Future;
import java.util.function.Supplier;

/** The tokens of one identity, looked up anew for each call because a user's may be forgotten. */
record TokensView(Supplier<IdentityTokens> held, Supplier<Future<Void>> end) implements CallTokens {

  @Override
  public TokenIdentity identity() {
    return held.get().identity();
  }

  @Override
  public Future<AccessToken> current() {
    return held.get().current();
  }

  @Override
  public Future<AccessToken> refresh() {
    return held.get().refresh();
  }

  @Override
  public TokenStatus status() {
    return held.get().status();
  }

  @Override
  public boolean invalidate(AccessToken token) {
    return held.get().invalidate(token);
  }

  @Override
  public void accepted(AccessToken token) {
    held.get().accepted(token);
  }

  @Override
  public boolean refused(AccessToken token) {
    return held.get().refused(token);
  }

  @Override
  public Future<Void> logout() {
    return end.get();
  }
}
