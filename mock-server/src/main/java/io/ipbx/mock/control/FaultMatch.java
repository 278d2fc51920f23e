package io.ipbx.mock.control;

import io.vertx.codegen.annotations.DataObject;
import io.vertx.codegen.json.annotations.JsonGen;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a rule is for. Everything that is given must hold; what is left out holds always.
 * Where a pattern is taken, {@code *} stands for any characters.
 *
 * <p>First come the conditions on the request itself and the window of time. The requests that meet
 * them are counted, and {@code nth}, {@code first} and {@code probability} choose among them.
 */
@DataObject
@JsonGen(publicConverter = false)
public class FaultMatch {

  private static final Set<String> GRANTS =
      Set.of("password", "refresh_token", "exchange", "invalid");

  private @Nullable String endpoint;
  private @Nullable String method;
  private @Nullable String path;
  private @Nullable String grant;
  private @Nullable String identity;
  private @Nullable String client;
  private JsonObject headers = new JsonObject();
  private long nth;
  private long first;
  private FaultCount count = FaultCount.ALL;
  private @Nullable Instant from;
  private @Nullable Instant until;
  private double probability = 1;
  private @Nullable Long seed;

  /** Every request to the auth server and the APIs; none to the control routes, ever. */
  public FaultMatch() {}

  public FaultMatch(FaultMatch other) {
    this(other.toJson());
  }

  /**
   * As it was written.
   *
   * @throws IllegalArgumentException naming the member that is not known, or has a value of another
   *     kind, and what is allowed
   */
  public FaultMatch(JsonObject json) {
    FaultMatchConverter.fromJson(JsonShape.checked("match.", FaultMatch.class, json), this);
  }

  /** The requests to that endpoint: see {@link #setEndpoint}. */
  public static FaultMatch endpoint(String endpoint) {
    return new FaultMatch().setEndpoint(endpoint);
  }

  /** The token requests with that grant: {@code password} or {@code refresh_token}. */
  public static FaultMatch grant(String grant) {
    return endpoint("token").setGrant(grant);
  }

  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    FaultMatchConverter.toJson(this, json);
    return json;
  }

  /** Refuses what makes no sense, by name. */
  void validate() {
    JsonShape.range("match.nth", nth, 0, Long.MAX_VALUE);
    JsonShape.range("match.first", first, 0, Long.MAX_VALUE);
    JsonShape.texts("match.headers", headers);
    if (first > 0 && nth > first) {
      throw new IllegalArgumentException(
          "match.nth is " + nth + " and match.first " + first + ": no request is both");
    }
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "match.probability is " + probability + ": allowed is more than 0, up to 1");
    }
    if (grant != null && !GRANTS.contains(grant)) {
      throw new IllegalArgumentException(
          "match.grant is '" + grant + "': allowed are " + new TreeSet<>(GRANTS));
    }
    if (path != null && !path.startsWith("/") && !path.startsWith("*")) {
      throw new IllegalArgumentException(
          "match.path is '" + path + "': it starts with / or *, such as /calls/*");
    }
    if (method != null && !method.matches("[A-Z]+")) {
      throw new IllegalArgumentException(
          "match.method is '" + method + "': it takes a method such as POST");
    }
    if (from != null && until != null && !from.isBefore(until)) {
      throw new IllegalArgumentException(
          "match.until is " + until + ": it must be after match.from, " + from);
    }
  }

  public @Nullable String getEndpoint() {
    return endpoint;
  }

  /**
   * The name of an endpoint: one of the auth server's ({@code token}, {@code token-exchange},
   * {@code userinfo}, {@code logout}, {@code revoke}, {@code discovery}, {@code certs}) or an
   * {@code operationId} of a contract.
   */
  public FaultMatch setEndpoint(@Nullable String endpoint) {
    this.endpoint = endpoint;
    return this;
  }

  public @Nullable String getMethod() {
    return method;
  }

  public FaultMatch setMethod(@Nullable String method) {
    this.method = method;
    return this;
  }

  public @Nullable String getPath() {
    return path;
  }

  /** A pattern of the path, without the query; {@code {name}} stands for one segment of it. */
  public FaultMatch setPath(@Nullable String path) {
    this.path = path;
    return this;
  }

  public @Nullable String getGrant() {
    return grant;
  }

  /** {@code password}, {@code refresh_token}, {@code exchange} or {@code invalid}. */
  public FaultMatch setGrant(@Nullable String grant) {
    this.grant = grant;
    return this;
  }

  public @Nullable String getIdentity() {
    return identity;
  }

  /**
   * A pattern of who asks, in any case: the e-mail of an access, or {@code access→user} for an
   * exchange and with the token of one.
   */
  public FaultMatch setIdentity(@Nullable String identity) {
    this.identity = identity;
    return this;
  }

  public @Nullable String getClient() {
    return client;
  }

  /** The {@code client_id} of a token request. */
  public FaultMatch setClient(@Nullable String client) {
    this.client = client;
    return this;
  }

  public JsonObject getHeaders() {
    return headers;
  }

  /** Patterns of values by the name of the header, in any case: texts all of them. */
  public FaultMatch setHeaders(JsonObject headers) {
    this.headers = headers;
    return this;
  }

  /** One more of {@link #setHeaders}. */
  public FaultMatch withHeader(String name, String pattern) {
    headers.put(name, pattern);
    return this;
  }

  public long getNth() {
    return nth;
  }

  /** The n-th only, from 1; 0 for any. */
  public FaultMatch setNth(long nth) {
    this.nth = nth;
    return this;
  }

  public long getFirst() {
    return first;
  }

  /** The first so many only; 0 for any. */
  public FaultMatch setFirst(long first) {
    this.first = first;
    return this;
  }

  public FaultCount getCount() {
    return count;
  }

  /** Over what {@code nth}, {@code first} and a quota count. */
  public FaultMatch setCount(FaultCount count) {
    this.count = count;
    return this;
  }

  public @Nullable Instant getFrom() {
    return from;
  }

  /** From that instant on the mock's clock. */
  public FaultMatch setFrom(@Nullable Instant from) {
    this.from = from;
    return this;
  }

  public @Nullable Instant getUntil() {
    return until;
  }

  /** Before that instant on the mock's clock. */
  public FaultMatch setUntil(@Nullable Instant until) {
    this.until = until;
    return this;
  }

  public double getProbability() {
    return probability;
  }

  /** The chance of a request that fits: more than 0, up to 1. */
  public FaultMatch setProbability(double probability) {
    this.probability = probability;
    return this;
  }

  public @Nullable Long getSeed() {
    return seed;
  }

  /**
   * What chance and random latency are drawn from, with the identity and how many requests of that
   * identity fitted before: the same seed gives each identity the same run, however the identities
   * mingle. Without one it follows from the mock's seed and the place of the rule.
   */
  public FaultMatch setSeed(@Nullable Long seed) {
    this.seed = seed;
    return this;
  }

  @Override
  public String toString() {
    return "FaultMatch" + toJson().encode();
  }
}
