package io.ipbx.sdk;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.streams.ReadStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request to the API, addressed by its path alone: the origin is the client's, and so the bearer
 * cannot leave it. Not safe for use by several threads while it is being put together.
 */
public final class IpbxRequest {

  private static final String CORRELATION = "x-correlation-id";
  private static final int LONGEST_CORRELATION = 128;
  private static final Duration LONGEST_TIMEOUT = Duration.ofDays(1);

  private final HttpMethod method;
  private final StringBuilder target;
  private boolean hasQuery;
  private @Nullable MultiMap headers;
  private @Nullable Buffer body;
  private @Nullable ReadStream<Buffer> stream;
  private @Nullable Duration timeout;
  private @Nullable String impersonated;
  private RetryPolicy retryPolicy = RetryPolicy.IDEMPOTENT;

  private IpbxRequest(HttpMethod method, String path) {
    if (!path.startsWith("/") || path.startsWith("//")) {
      throw new IllegalArgumentException(
          "path '" + path + "' must start with one slash: the origin is the client's own");
    }
    if (!isEncoded(path)) {
      throw new IllegalArgumentException(
          "path '" + path + "' must be percent-encoded: ASCII without space, backslash and '#'");
    }
    this.method = method;
    this.target = new StringBuilder(path);
    this.hasQuery = path.indexOf('?') >= 0;
  }

  private static boolean isEncoded(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c <= ' ' || c == '#' || c == '\\' || c > '~') {
        return false;
      }
    }
    return true;
  }

  /**
   * A request with that method.
   *
   * @param path percent-encoded, from the root of the API, with or without a query
   * @throws IllegalArgumentException for anything else, an absolute address among them
   */
  public static IpbxRequest of(HttpMethod method, String path) {
    return new IpbxRequest(method, path);
  }

  public static IpbxRequest get(String path) {
    return of(HttpMethod.GET, path);
  }

  public static IpbxRequest post(String path) {
    return of(HttpMethod.POST, path);
  }

  public static IpbxRequest put(String path) {
    return of(HttpMethod.PUT, path);
  }

  public static IpbxRequest patch(String path) {
    return of(HttpMethod.PATCH, path);
  }

  public static IpbxRequest delete(String path) {
    return of(HttpMethod.DELETE, path);
  }

  /** Adds a query parameter, encoding both; leaves it out when {@code value} is null. */
  public IpbxRequest query(String name, @Nullable Object value) {
    if (value != null) {
      target.append(hasQuery ? '&' : '?').append(encode(name)).append('=');
      target.append(encode(value.toString()));
      hasQuery = true;
    }
    return this;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * Sets a header; {@code x-correlation-id} as {@link #correlationId(String)} does.
   *
   * @throws IllegalArgumentException for {@code Authorization}, which is the client's
   */
  public IpbxRequest header(String name, String value) {
    if (name.equalsIgnoreCase("Authorization")) {
      throw new IllegalArgumentException("header Authorization is set by the client");
    }
    return name.equalsIgnoreCase(CORRELATION) ? correlationId(value) : set(name, value);
  }

  private IpbxRequest set(String name, String value) {
    if (headers == null) {
      headers = HttpHeaders.headers();
    }
    headers.set(name, value);
    return this;
  }

  /** A body that can be sent again after a 401. */
  public IpbxRequest body(Buffer bytes) {
    this.body = bytes;
    this.stream = null;
    return this;
  }

  /** A JSON body: a {@code JsonObject}, {@code JsonArray} or anything the codec writes. */
  public IpbxRequest json(Object value) {
    header("Content-Type", "application/json");
    return body(io.vertx.core.json.Json.encodeToBuffer(value));
  }

  /**
   * A body that can be sent once: paused until the token is there. A 401 then fails with {@link
   * BodyNotReplayableException}.
   */
  public IpbxRequest stream(ReadStream<Buffer> source) {
    this.stream = source;
    this.body = null;
    return this;
  }

  /**
   * For this call instead of {@link IpbxOptions#setRequestTimeout}: its token, replay, retries and
   * pauses all lie within.
   *
   * @param timeout from a millisecond to a day
   */
  public IpbxRequest timeout(Duration timeout) {
    if (timeout.toMillis() < 1 || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
      throw new IllegalArgumentException(
          "timeout is " + timeout + ": allowed are 1 ms to " + LONGEST_TIMEOUT);
    }
    this.timeout = timeout;
    return this;
  }

  /** Whether this request may be sent again; when it is idempotent by default. */
  public IpbxRequest retry(RetryPolicy policy) {
    this.retryPolicy = policy;
    return this;
  }

  /**
   * Sends this one request as the user with that e-mail, as {@link IpbxClient#impersonate} does for
   * all; from a client that impersonates already it cannot be sent.
   */
  public IpbxRequest impersonate(String email) {
    this.impersonated = email;
    return this;
  }

  /**
   * Under what id the servers' logs tell of this call: sent as {@code x-correlation-id}, the same
   * for each replay and retry, and found again in {@link ErrorDetail#correlationId} of a failure.
   * Made up for each call where none is set.
   *
   * @param id 1 to 128 characters of visible ASCII
   */
  public IpbxRequest correlationId(String id) {
    if (id.isEmpty()
        || id.length() > LONGEST_CORRELATION
        || id.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new IllegalArgumentException(
          "correlationId must be 1 to " + LONGEST_CORRELATION + " characters of visible ASCII");
    }
    return set(CORRELATION, id);
  }

  public HttpMethod method() {
    return method;
  }

  /** Path and query. */
  public String target() {
    return target.toString();
  }

  /** The headers set here; null when none were. */
  public @Nullable MultiMap headers() {
    return headers;
  }

  /** The body to be sent; null when there is none or it is a stream. */
  public @Nullable Buffer body() {
    return body;
  }

  /** The stream to be sent; null when the body is not a stream. */
  public @Nullable ReadStream<Buffer> stream() {
    return stream;
  }

  /** The time allowed for this call; null for the client's own. */
  public @Nullable Duration timeout() {
    return timeout;
  }

  public RetryPolicy retryPolicy() {
    return retryPolicy;
  }

  /** The e-mail of the user to act as; null for the client's own identity. */
  public @Nullable String impersonated() {
    return impersonated;
  }

  /** The correlation id set here; null when none was. */
  public @Nullable String correlationId() {
    return headers == null ? null : headers.get(CORRELATION);
  }

  @Override
  public String toString() {
    int query = target.indexOf("?");
    return method + " " + (query < 0 ? target : target.substring(0, query));
  }
}
