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
    Renewal renewal,
    Restraint restraint,
    int impersonations,
    Duration impersonationIdle) {

  /**
   * When a token is renewed.
   *
   * @param margin how long before its end it is no longer used; a tenth of its life where that is
   *     less
   * @param ahead the part of its life after which a use renews it; 1 to wait for its end
   * @param jitter how much earlier or later than that, as a part of its life
   * @param keptWarm whether a timer renews the access's token without a use
   */
  public record Renewal(Duration margin, double ahead, double jitter, boolean keptWarm) {}

  /**
   * How much the auth server is spared after a failure.
   *
   * @param shortest the least pause before the next try
   * @param longest the most
   * @param rejection how long rejected credentials are remembered at first
   */
  public record Restraint(Duration shortest, Duration longest, Duration rejection) {}

  String tokenUrl() {
    return authUrl + "/token";
  }

  String exchangeUrl() {
    return authUrl + "/token-exchange";
  }
}
