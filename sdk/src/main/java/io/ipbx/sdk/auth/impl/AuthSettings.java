package io.ipbx.sdk.auth.impl;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the token engine is told.
 *
 * @param authUrl the auth server, without a slash at the end
 * @param scope null to ask for none
 * @param logoutUrl null to leave sessions to their expiry
 * @param attemptTimeout for one request
 * @param flightTimeout for all requests of one flight
 * @param expiryMargin at most; a tenth of the lifetime where that is less
 * @param impersonations how many users' tokens are kept
 * @param impersonationIdle how long an unused one is kept
 */
public record AuthSettings(
    String authUrl,
    String clientId,
    @Nullable String scope,
    @Nullable String logoutUrl,
    Duration attemptTimeout,
    Duration flightTimeout,
    Duration expiryMargin,
    int impersonations,
    Duration impersonationIdle) {

  String tokenUrl() {
    return authUrl + "/token";
  }

  String exchangeUrl() {
    return authUrl + "/token-exchange";
  }
}
