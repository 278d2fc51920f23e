package io.ipbx.sdk;

import io.vertx.codegen.annotations.DataObject;
import io.vertx.codegen.annotations.GenIgnore;
import io.vertx.codegen.json.annotations.JsonGen;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a client needs to know. Durations are in milliseconds. Checked when the client is built. The
 * password and refresh token are read from JSON but never written to it.
 */
@DataObject
@JsonGen(publicConverter = false)
public class IpbxOptions {

  public static final String DEFAULT_AUTH_URL = "https://auth.voipex.io";
  public static final String DEFAULT_API_URL = "https://ipbxapi.voipex.io";
  public static final String DEFAULT_CLIENT_ID = "api";
  public static final long DEFAULT_REQUEST_TIMEOUT = 30_000;
  public static final long DEFAULT_AUTH_TIMEOUT = 10_000;
  public static final long DEFAULT_FLIGHT_TIMEOUT = 20_000;
  public static final long DEFAULT_EXPIRY_MARGIN = 5_000;
  public static final double DEFAULT_REFRESH_AHEAD = 0.8;
  public static final double DEFAULT_REFRESH_JITTER = 0.05;
  public static final long DEFAULT_BACKOFF_MIN = 200;
  public static final long DEFAULT_BACKOFF_MAX = 60_000;
  public static final long DEFAULT_REJECTION_MEMORY = 60_000;
  public static final int DEFAULT_IMPERSONATIONS = 1_000;
  public static final long DEFAULT_IMPERSONATION_IDLE = 3_600_000;
  public static final int DEFAULT_CONNECTIONS = 64;
  public static final int DEFAULT_AUTH_CONNECTIONS = 16;
  public static final int DEFAULT_RETRIES = 2;
  public static final long DEFAULT_RETRY_PAUSE = 200;
  public static final long DEFAULT_RETRY_LONGEST_PAUSE = 5_000;
  public static final int DEFAULT_RETRY_BUDGET = 20;
  public static final int DEFAULT_RETRY_BUDGET_PERCENT = 10;

  private String authUrl = DEFAULT_AUTH_URL;
  private String apiUrl = DEFAULT_API_URL;
  private String clientId = DEFAULT_CLIENT_ID;
  private @Nullable String username;
  private @Nullable String password;
  private @Nullable String refreshToken;
  private @Nullable String scope;
  private @Nullable String logoutUrl;
  private long requestTimeout = DEFAULT_REQUEST_TIMEOUT;
  private long authTimeout = DEFAULT_AUTH_TIMEOUT;
  private long flightTimeout = DEFAULT_FLIGHT_TIMEOUT;
  private long expiryMargin = DEFAULT_EXPIRY_MARGIN;
  private double refreshAhead = DEFAULT_REFRESH_AHEAD;
  private double refreshJitter = DEFAULT_REFRESH_JITTER;
  private boolean keepWarm;
  private long backoffMin = DEFAULT_BACKOFF_MIN;
  private long backoffMax = DEFAULT_BACKOFF_MAX;
  private long rejectionMemory = DEFAULT_REJECTION_MEMORY;
  private int impersonations = DEFAULT_IMPERSONATIONS;
  private long impersonationIdle = DEFAULT_IMPERSONATION_IDLE;
  private int connections = DEFAULT_CONNECTIONS;
  private int authConnections = DEFAULT_AUTH_CONNECTIONS;
  private int retries = DEFAULT_RETRIES;
  private long retryPause = DEFAULT_RETRY_PAUSE;
  private long retryLongestPause = DEFAULT_RETRY_LONGEST_PAUSE;
  private int retryBudget = DEFAULT_RETRY_BUDGET;
  private int retryBudgetPercent = DEFAULT_RETRY_BUDGET_PERCENT;
  private boolean allowPlainHttp;

  /** The real service; credentials are still to be set. */
  public IpbxOptions() {}

  public IpbxOptions(IpbxOptions other) {
    this.authUrl = other.authUrl;
    this.apiUrl = other.apiUrl;
    this.clientId = other.clientId;
    this.username = other.username;
    this.password = other.password;
    this.refreshToken = other.refreshToken;
    this.scope = other.scope;
    this.logoutUrl = other.logoutUrl;
    this.requestTimeout = other.requestTimeout;
    this.authTimeout = other.authTimeout;
    this.flightTimeout = other.flightTimeout;
    this.expiryMargin = other.expiryMargin;
    this.refreshAhead = other.refreshAhead;
    this.refreshJitter = other.refreshJitter;
    this.keepWarm = other.keepWarm;
    this.backoffMin = other.backoffMin;
    this.backoffMax = other.backoffMax;
    this.rejectionMemory = other.rejectionMemory;
    this.impersonations = other.impersonations;
    this.impersonationIdle = other.impersonationIdle;
    this.connections = other.connections;
    this.authConnections = other.authConnections;
    this.retries = other.retries;
    this.retryPause = other.retryPause;
    this.retryLongestPause = other.retryLongestPause;
    this.retryBudget = other.retryBudget;
    this.retryBudgetPercent = other.retryBudgetPercent;
    this.allowPlainHttp = other.allowPlainHttp;
  }

  public IpbxOptions(JsonObject json) {
    IpbxOptionsConverter.fromJson(json, this);
  }

  /**
   * From {@code IPBX_AUTH_URL}, {@code IPBX_API_URL}, {@code IPBX_CLIENT_ID}, {@code
   * IPBX_USERNAME}, {@code IPBX_PASSWORD}, {@code IPBX_REFRESH_TOKEN} and {@code IPBX_SCOPE} of the
   * process; what is not set, or empty, keeps its default.
   */
  public static IpbxOptions fromEnv() {
    return fromEnv(System.getenv());
  }

  /** As {@link #fromEnv()}, from {@code variables}. */
  @GenIgnore
  public static IpbxOptions fromEnv(Map<String, String> variables) {
    IpbxOptions options = new IpbxOptions();
    set(variables, "IPBX_AUTH_URL", options::setAuthUrl);
    set(variables, "IPBX_API_URL", options::setApiUrl);
    set(variables, "IPBX_CLIENT_ID", options::setClientId);
    set(variables, "IPBX_USERNAME", options::setUsername);
    set(variables, "IPBX_PASSWORD", options::setPassword);
    set(variables, "IPBX_REFRESH_TOKEN", options::setRefreshToken);
    set(variables, "IPBX_SCOPE", options::setScope);
    return options;
  }

  private static void set(Map<String, String> variables, String name, Consumer<String> option) {
    String value = variables.get(name);
    if (value != null && !value.isEmpty()) {
      option.accept(value);
    }
  }

  /** All but the password and the refresh token. */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    IpbxOptionsConverter.toJson(this, json);
    return json;
  }

  public String getAuthUrl() {
    return authUrl;
  }

  /** The auth server: {@code https}, or {@code http} on loopback. */
  public IpbxOptions setAuthUrl(String authUrl) {
    this.authUrl = authUrl;
    return this;
  }

  public String getApiUrl() {
    return apiUrl;
  }

  /** The IPBX API: {@code https}, or {@code http} on loopback. The bearer goes nowhere else. */
  public IpbxOptions setApiUrl(String apiUrl) {
    this.apiUrl = apiUrl;
    return this;
  }

  public String getClientId() {
    return clientId;
  }

  public IpbxOptions setClientId(String clientId) {
    this.clientId = clientId;
    return this;
  }

  public @Nullable String getUsername() {
    return username;
  }

  /** The e-mail of the API access; not needed with a credentials supplier. */
  public IpbxOptions setUsername(@Nullable String username) {
    this.username = username;
    return this;
  }

  @GenIgnore
  public @Nullable String getPassword() {
    return password;
  }

  /** The password of the API access: a secret; not needed with a credentials supplier. */
  public IpbxOptions setPassword(@Nullable String password) {
    this.password = password;
    return this;
  }

  @GenIgnore
  public @Nullable String getRefreshToken() {
    return refreshToken;
  }

  /**
   * A refresh token got elsewhere: a secret. Presented once, before the password, where there is
   * one; without a password the client goes on until the server ends that session.
   */
  public IpbxOptions setRefreshToken(@Nullable String refreshToken) {
    this.refreshToken = refreshToken;
    return this;
  }

  public @Nullable String getScope() {
    return scope;
  }

  /** The {@code scope} of password grants; null, the default, sends none. */
  public IpbxOptions setScope(@Nullable String scope) {
    this.scope = scope;
    return this;
  }

  public @Nullable String getLogoutUrl() {
    return logoutUrl;
  }

  /**
   * Where a logout ends the session, on the auth server's origin; null, the default, leaves
   * sessions to their expiry, because the public auth server documents no such address.
   */
  public IpbxOptions setLogoutUrl(@Nullable String logoutUrl) {
    this.logoutUrl = logoutUrl;
    return this;
  }

  public long getRequestTimeout() {
    return requestTimeout;
  }

  /** For one call of the API, the wait for its token included. */
  public IpbxOptions setRequestTimeout(long requestTimeout) {
    this.requestTimeout = requestTimeout;
    return this;
  }

  public long getAuthTimeout() {
    return authTimeout;
  }

  /** For one request to the auth server. */
  public IpbxOptions setAuthTimeout(long authTimeout) {
    this.authTimeout = authTimeout;
    return this;
  }

  public long getFlightTimeout() {
    return flightTimeout;
  }

  /** For all requests to the auth server that one new token takes. */
  public IpbxOptions setFlightTimeout(long flightTimeout) {
    this.flightTimeout = flightTimeout;
    return this;
  }

  public long getExpiryMargin() {
    return expiryMargin;
  }

  /** How long before its end a token is no longer used; at most a tenth of its lifetime. */
  public IpbxOptions setExpiryMargin(long expiryMargin) {
    this.expiryMargin = expiryMargin;
    return this;
  }

  public double getRefreshAhead() {
    return refreshAhead;
  }

  /**
   * The part of a token's lifetime, above 0 and at most 1, after which a use of it starts a refresh
   * that nobody waits for; 1 waits for the token's end.
   */
  public IpbxOptions setRefreshAhead(double refreshAhead) {
    this.refreshAhead = refreshAhead;
    return this;
  }

  public double getRefreshJitter() {
    return refreshJitter;
  }

  /**
   * How much earlier or later than that, at random for each token, as a part of its lifetime: 0 to
   * less than {@link #setRefreshAhead}. Keeps many clients from refreshing in step.
   */
  public IpbxOptions setRefreshJitter(double refreshJitter) {
    this.refreshJitter = refreshJitter;
    return this;
  }

  public boolean isKeepWarm() {
    return keepWarm;
  }

  /**
   * Whether a timer refreshes the access's token at that time also without a use, from its first
   * token on until a logout; off by default. Users that it impersonates are refreshed by use.
   */
  public IpbxOptions setKeepWarm(boolean keepWarm) {
    this.keepWarm = keepWarm;
    return this;
  }

  public long getBackoffMin() {
    return backoffMin;
  }

  /** The shortest pause before the auth server is asked again after a failure. */
  public IpbxOptions setBackoffMin(long backoffMin) {
    this.backoffMin = backoffMin;
    return this;
  }

  public long getBackoffMax() {
    return backoffMax;
  }

  /**
   * The longest such pause. Pauses are random, below a ceiling that doubles with each failure in a
   * row until it is this; a longer {@code Retry-After} of the server is obeyed. A call within the
   * pause that finds no valid token fails at once with {@link TokenPausedException}.
   */
  public IpbxOptions setBackoffMax(long backoffMax) {
    this.backoffMax = backoffMax;
    return this;
  }

  public long getRejectionMemory() {
    return rejectionMemory;
  }

  /**
   * How long credentials that the auth server rejected are not presented again; twice as long with
   * each further rejection, up to an hour or this, whichever is more. Other credentials from the
   * supplier are presented at once.
   */
  public IpbxOptions setRejectionMemory(long rejectionMemory) {
    this.rejectionMemory = rejectionMemory;
    return this;
  }

  public int getImpersonations() {
    return impersonations;
  }

  /** How many impersonated users' tokens are kept at the most. */
  public IpbxOptions setImpersonations(int impersonations) {
    this.impersonations = impersonations;
    return this;
  }

  public long getImpersonationIdle() {
    return impersonationIdle;
  }

  /** How long an impersonated user's tokens are kept unused. */
  public IpbxOptions setImpersonationIdle(long impersonationIdle) {
    this.impersonationIdle = impersonationIdle;
    return this;
  }

  public int getConnections() {
    return connections;
  }

  /** How many connections to the API at the most. */
  public IpbxOptions setConnections(int connections) {
    this.connections = connections;
    return this;
  }

  public int getAuthConnections() {
    return authConnections;
  }

  /**
   * How many connections to the auth server at the most; 1 to 10 000. More of them let the tokens
   * of more impersonated users come at the same time.
   */
  public IpbxOptions setAuthConnections(int authConnections) {
    this.authConnections = authConnections;
    return this;
  }

  public int getRetries() {
    return retries;
  }

  /**
   * How often a call of the API is sent again at the most, where its {@link RetryPolicy} allows it;
   * 0 to 10, with 0 never.
   */
  public IpbxOptions setRetries(int retries) {
    this.retries = retries;
    return this;
  }

  public long getRetryPause() {
    return retryPause;
  }

  /**
   * The longest pause before the first retry of a call. Each further one doubles it, and the pause
   * itself is any time up to that (full jitter), after what {@code Retry-After} asks for.
   */
  public IpbxOptions setRetryPause(long retryPause) {
    this.retryPause = retryPause;
    return this;
  }

  public long getRetryLongestPause() {
    return retryLongestPause;
  }

  /** Where the doubling of the pause ends; not less than {@link #setRetryPause}. */
  public IpbxOptions setRetryLongestPause(long retryLongestPause) {
    this.retryLongestPause = retryLongestPause;
    return this;
  }

  public int getRetryBudget() {
    return retryBudget;
  }

  /**
   * How many retries the whole client can save up: what it sends on top of its calls when the API
   * goes down. Starts full.
   */
  public IpbxOptions setRetryBudget(int retryBudget) {
    this.retryBudget = retryBudget;
    return this;
  }

  public int getRetryBudgetPercent() {
    return retryBudgetPercent;
  }

  /** How many retries a hundred calls that went well add to the budget. */
  public IpbxOptions setRetryBudgetPercent(int retryBudgetPercent) {
    this.retryBudgetPercent = retryBudgetPercent;
    return this;
  }

  public boolean isAllowPlainHttp() {
    return allowPlainHttp;
  }

  /** Lets passwords and tokens travel in the clear beyond loopback; off by default. */
  public IpbxOptions setAllowPlainHttp(boolean allowPlainHttp) {
    this.allowPlainHttp = allowPlainHttp;
    return this;
  }

  @Override
  public String toString() {
    return "IpbxOptions" + toJson().encode();
  }
}
