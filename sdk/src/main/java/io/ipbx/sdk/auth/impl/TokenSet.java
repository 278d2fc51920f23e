package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.Grant;
import org.jspecify.annotations.Nullable;

/**
 * What an identity holds; replaced as a whole.
 *
 * @param access null when there is none to be served
 * @param refreshToken null when there is none to be presented
 * @param refreshUntil monotonic nanoseconds from which the refresh token is of no use
 * @param grant what brought the access token
 */
record TokenSet(
    @Nullable IssuedToken access, @Nullable String refreshToken, long refreshUntil, Grant grant) {

  /** Nothing yet. */
  static final TokenSet EMPTY = new TokenSet(null, null, 0, Grant.PASSWORD);

  /** The token that may be used now; null when there is none. */
  @Nullable IssuedToken usable(long nanoTime) {
    IssuedToken token = access;
    return token != null && token.remaining(nanoTime) > 0 ? token : null;
  }

  /** The refresh token worth presenting; null when there is none. */
  @Nullable String presentable(long nanoTime) {
    return refreshToken != null && refreshUntil - nanoTime > 0 ? refreshToken : null;
  }

  boolean holds(AccessToken token) {
    return access != null && access.authorization().equals(token.authorization());
  }

  TokenSet withoutAccess() {
    return new TokenSet(null, refreshToken, refreshUntil, grant);
  }

  TokenSet withoutRefresh() {
    return new TokenSet(access, null, 0, grant);
  }

  /**
   * These tokens, with {@code old}'s refresh token where a refresh brought none (RFC 6749 section
   * 6); after a login the old one is of another session.
   */
  TokenSet keepingRefreshOf(TokenSet old) {
    return refreshToken != null || grant != Grant.REFRESH
        ? this
        : new TokenSet(access, old.refreshToken, old.refreshUntil, grant);
  }

  @Override
  public String toString() {
    return "TokenSet[" + access + (refreshToken == null ? "]" : ", refreshable]");
  }
}
