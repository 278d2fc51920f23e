package io.ipbx.sdk.pbx;

import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxRequest;
import io.ipbx.sdk.RetryPolicy;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the groups speak to the wire: requests of parameters, records of answers. */
final class Api {

  private static final int STREAM_PAGE_SIZE = 1000;

  private final IpbxClient client;

  Api(IpbxClient client) {
    this.client = client;
  }

  <T> Future<T> read(IpbxRequest request, Class<T> type) {
    return client.send(request).map(answer -> Wire.read(type, answer));
  }

  <T> Future<List<T>> readList(IpbxRequest request, Class<T> element) {
    return client.send(request).map(answer -> Wire.readList(element, answer, WireTime.API_ZONE));
  }

  /** What {@code path} lists for {@code query}. */
  <T> Future<List<T>> readList(String path, Parameters<?> query, Class<T> element) {
    ZoneId zone = query.zone();
    return client
        .send(with(IpbxRequest.get(path), query))
        .map(answer -> Wire.readList(element, answer, zone));
  }

  /** For answers that say nothing beyond their status, in whatever form. */
  Future<Void> run(IpbxRequest request) {
    return client.send(request).mapEmpty();
  }

  <Q extends PagedQuery<Q>, P extends Page<?, P>> Future<P> page(
      String path, Q query, Class<P> type) {
    Q wanted = query.copy();
    Pages<P> pages =
        new Pages<>(wanted.page(), number -> page(path, wanted.copy().setPage(number), type));
    return client
        .send(with(IpbxRequest.get(path), wanted))
        .map(answer -> Wire.read(type, answer, pages, wanted.zone()));
  }

  <Q extends PagedQuery<Q>, T, P extends Page<T, P>> PagedStream<T> stream(
      String path, Q query, Class<P> type) {
    Q wanted = query.copy();
    if (!wanted.values().containsKey("pageSize")) {
      wanted.setPageSize(STREAM_PAGE_SIZE);
    }
    return new PagedStream<>(
        wanted.page(), number -> page(path, wanted.copy().setPage(number), type));
  }

  /**
   * @param inParts whether the server may be asked for parts of it
   */
  Download download(IpbxRequest request, boolean inParts) {
    return new Download(client, request.target(), inParts, null);
  }

  /** For what must not happen twice, though its method says that it could. */
  static IpbxRequest once(IpbxRequest request) {
    return request.retry(RetryPolicy.NEVER);
  }

  static IpbxRequest with(IpbxRequest request, Parameters<?> query) {
    query.forEach(request::query);
    return request;
  }

  static IpbxRequest body(IpbxRequest request, Parameters<?> members) {
    return request
        .header("Content-Type", "application/json")
        .body(Buffer.buffer(Wire.write(members)));
  }

  /**
   * One segment of a path; a slash within it is no end of it.
   *
   * @param what the name of it, for the message
   */
  static String segment(String what, @Nullable Object value) {
    String text = String.valueOf(value);
    if (value == null || text.isBlank() || text.equals(".") || text.equals("..")) {
      throw new IllegalArgumentException(what + " '" + text + "' names nothing");
    }
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
