package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.TokenIdentity;
import io.ipbx.sdk.auth.TokenStatus;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one identity, looked up anew for each call because a user's may be forgotten.
 *
 * @param held makes them where there are none
 * @param known null where there are none: to look at tokens does not bring any into memory
 */
record TokensView(
    TokenIdentity identity,
    Supplier<IdentityTokens> held,
    Supplier<@Nullable IdentityTokens> known,
    Supplier<Future<Void>> end)
    implements CallTokens {

  private static final TokenStatus NOTHING = new TokenStatus(null, null, false, Duration.ZERO);

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
    IdentityTokens tokens = known.get();
    return tokens == null ? NOTHING : tokens.status();
  }

  @Override
  public boolean invalidate(AccessToken token) {
    IdentityTokens tokens = known.get();
    return tokens != null && tokens.invalidate(token);
  }

  @Override
  public void accepted(AccessToken token) {
    IssuedToken.accept(token);
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
