package io.ipbx.sdk;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.streams.ReadStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A request to the API, addressed by its path alone: the origin is the client's, and so the bearer
 * cannot leave it. Not safe for use by several threads while it is being put together.
 */
public final class IpbxRequest {

  private final HttpMethod method;
  private final StringBuilder target;
  private boolean hasQuery;
  private @Nullable MultiMap headers;
  private @Nullable Buffer body;
  private @Nullable ReadStream<Buffer> stream;

  private IpbxRequest(HttpMethod method, String path) {
    if (!path.startsWith("/") || path.startsWith("//")) {
      throw new IllegalArgumentException(
          "path '" + path + "' must start with one slash: the origin is the client's own");
    }
    if (path.indexOf('#') >= 0 || path.chars().anyMatch(c -> c <= ' ' || c == '\\' || c > '~')) {
      throw new IllegalArgumentException(
          "path '" + path + "' must be percent-encoded: ASCII without space, backslash and '#'");
    }
    this.method = method;
    this.target = new StringBuilder(path);
    this.hasQuery = path.indexOf('?') >= 0;
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
   * Sets a header.
   *
   * @throws IllegalArgumentException for {@code Authorization}, which is the client's
   */
  public IpbxRequest header(String name, String value) {
    if (name.equalsIgnoreCase("Authorization")) {
      throw new IllegalArgumentException("header Authorization is set by the client");
    }
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

  @Override
  public String toString() {
    int query = target.indexOf("?");
    return method + " " + (query < 0 ? target : target.substring(0, query));
  }
}
