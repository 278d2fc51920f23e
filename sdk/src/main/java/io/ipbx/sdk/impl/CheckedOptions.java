package io.ipbx.sdk.impl;

import io.ipbx.sdk.IpbxOptions;
import io.ipbx.sdk.auth.Credentials;
import io.ipbx.sdk.auth.impl.AuthSettings;
import io.ipbx.sdk.auth.impl.AuthSettings.Renewal;
import io.ipbx.sdk.auth.impl.AuthSettings.Restraint;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Options that make sense, in the forms in which they are used. */
final class CheckedOptions {

  private static final long LONGEST = Duration.ofDays(1).toMillis();

  private final IpbxOptions options;
  private final Origin auth;
  private final Origin api;

  private CheckedOptions(IpbxOptions options) {
    this.options = options;
    this.auth = Origin.of("authUrl", options.getAuthUrl(), options.isAllowPlainHttp());
    this.api = Origin.of("apiUrl", options.getApiUrl(), options.isAllowPlainHttp());
  }

  /**
   * @throws IllegalArgumentException naming the option that is wrong and what is allowed
   */
  static CheckedOptions of(IpbxOptions options) {
    CheckedOptions checked = new CheckedOptions(options);
    checked.check();
    return checked;
  }

  private void check() {
    if (options.getClientId().isBlank()) {
      throw new IllegalArgumentException("clientId is blank: the public client is 'api'");
    }
    within("requestTimeout", options.getRequestTimeout(), 1, LONGEST);
    within("authTimeout", options.getAuthTimeout(), 1, LONGEST);
    within("flightTimeout", options.getFlightTimeout(), 1, LONGEST);
    within("expiryMargin", options.getExpiryMargin(), 0, LONGEST);
    within("refreshAhead", options.getRefreshAhead(), Double.MIN_VALUE, 1);
    if (!(options.getRefreshJitter() >= 0
        && options.getRefreshJitter() < options.getRefreshAhead())) {
      throw new IllegalArgumentException(
          "refreshJitter is "
              + options.getRefreshJitter()
              + ": allowed are 0 to less than refreshAhead, "
              + options.getRefreshAhead());
    }
    within("backoffMin", options.getBackoffMin(), 1, LONGEST);
    within("backoffMax", options.getBackoffMax(), options.getBackoffMin(), LONGEST);
    within("rejectionMemory", options.getRejectionMemory(), 1, LONGEST);
    within("impersonations", options.getImpersonations(), 1, 10_000_000);
    within("impersonationIdle", options.getImpersonationIdle(), 1, Long.MAX_VALUE / 1_000_000);
    within("connections", options.getConnections(), 1, 10_000);
    within("authConnections", options.getAuthConnections(), 1, 10_000);
    within("retries", options.getRetries(), 0, 10);
    within("retryPause", options.getRetryPause(), 1, LONGEST);
    within("retryLongestPause", options.getRetryLongestPause(), options.getRetryPause(), LONGEST);
    within("retryBudget", options.getRetryBudget(), 0, 1_000_000);
    within("retryBudgetPercent", options.getRetryBudgetPercent(), 0, 100);
    logoutUrl();
  }

  private static void within(String option, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          option + " is " + value + ": allowed are " + least + " to " + most);
    }
  }

  private static void within(String option, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          option + " is " + value + ": allowed is what is above 0, up to " + most);
    }
  }

  private @Nullable String logoutUrl() {
    String url = options.getLogoutUrl();
    if (url == null) {
      return null;
    }
    Origin logout = Origin.of("logoutUrl", url, options.isAllowPlainHttp());
    if (!logout.sameAs(auth)) {
      throw new IllegalArgumentException(
          "logoutUrl '" + url + "' must be on the origin of authUrl: it is sent a refresh token");
    }
    return logout.url();
  }

  /**
   * @throws IllegalArgumentException when one is missing
   */
  Credentials credentials() {
    String username = options.getUsername();
    String password = options.getPassword();
    String refreshToken = options.getRefreshToken();
    if (refreshToken == null && (username == null || password == null)) {
      throw new IllegalArgumentException(
          (username == null ? "username" : "password")
              + " is missing: set it, or a refreshToken, or give the builder a credentials"
              + " supplier");
    }
    return new Credentials(username == null ? "" : username, password, refreshToken);
  }

  Origin api() {
    return api;
  }

  Duration requestTimeout() {
    return Duration.ofMillis(options.getRequestTimeout());
  }

  Retries retries(RandomGenerator random) {
    return new Retries(
        options.getRetries(),
        Duration.ofMillis(options.getRetryPause()),
        Duration.ofMillis(options.getRetryLongestPause()),
        random,
        new RetryBudget(options.getRetryBudget(), options.getRetryBudgetPercent()));
  }

  AuthSettings auth() {
    return new AuthSettings(
        auth.url(),
        options.getClientId(),
        options.getScope(),
        logoutUrl(),
        Duration.ofMillis(options.getAuthTimeout()),
        Duration.ofMillis(options.getFlightTimeout()),
        new Renewal(
            Duration.ofMillis(options.getExpiryMargin()),
            options.getRefreshAhead(),
            options.getRefreshJitter(),
            options.isKeepWarm()),
        new Restraint(
            Duration.ofMillis(options.getBackoffMin()),
            Duration.ofMillis(options.getBackoffMax()),
            Duration.ofMillis(options.getRejectionMemory())),
        options.getImpersonations(),
        Duration.ofMillis(options.getImpersonationIdle()));
  }
}
