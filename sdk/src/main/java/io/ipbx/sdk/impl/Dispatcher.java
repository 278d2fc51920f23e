package io.ipbx.sdk.impl;

import io.ipbx.sdk.BodyStream;
import io.ipbx.sdk.CallEvent;
import io.ipbx.sdk.CallListener;
import io.ipbx.sdk.ClientClosedException;
import io.ipbx.sdk.ErrorDetail;
import io.ipbx.sdk.IpbxException;
import io.ipbx.sdk.IpbxRequest;
import io.ipbx.sdk.auth.impl.CallTokens;
import io.ipbx.sdk.auth.impl.Failures;
import io.ipbx.sdk.spi.Time;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Sends calls to the API: what all calls of one client share. */
final class Dispatcher {

  private final HttpClient http;
  private final Origin origin;
  private final Duration timeout;
  private final Retries retries;
  private final Time time;
  private final @Nullable CallListener listener;
  private final Set<ApiCall> resting = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * @param timeout of a call that does not bring its own
   * @param listener null when nobody wants to know, which then costs nothing
   */
  Dispatcher(
      HttpClient http,
      Origin origin,
      Duration timeout,
      Retries retries,
      Time time,
      @Nullable CallListener listener) {
    this.http = http;
    this.origin = origin;
    this.timeout = timeout;
    this.retries = retries;
    this.time = time;
    this.listener = listener;
  }

  Future<HttpResponse<Buffer>> send(IpbxRequest request, CallTokens tokens) {
    return call(request, tokens, false);
  }

  Future<BodyStream> open(IpbxRequest request, CallTokens tokens) {
    return call(request, tokens, true).map(answer -> body((WholeResponse) answer));
  }

  private BodyStream body(WholeResponse answer) {
    ErrorDetail detail =
        new ErrorDetail(answer.statusCode(), null, answer.getHeader(ApiAnswer.CORRELATION));
    return new OpenBody(Objects.requireNonNull(answer.open()), cause -> failure(cause, detail));
  }

  private Future<HttpResponse<Buffer>> call(
      IpbxRequest request, CallTokens tokens, boolean keepOpen) {
    String id = Objects.requireNonNullElseGet(request.correlationId(), Dispatcher::anyId);
    Duration allowed = Objects.requireNonNullElse(request.timeout(), timeout);
    return new ApiCall(this, request, tokens, id, allowed, keepOpen).start();
  }

  /** Unlike any other but no secret, hence of the cheap kind of random. */
  private static String anyId() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  Future<HttpClientRequest> connect(IpbxRequest request) {
    try {
      return http.request(
          new RequestOptions()
              .setMethod(request.method())
              .setHost(origin.host())
              .setPort(origin.port())
              .setSsl(origin.tls())
              .setURI(origin.path() + request.target())
              .setFollowRedirects(false));
    } catch (RuntimeException refused) {
      return Future.failedFuture(refused);
    }
  }

  /** What {@code cause} means to the caller of a request that got no answer. */
  IpbxException failure(Throwable cause, ErrorDetail detail) {
    return closed ? closedError() : Failures.unanswered(cause, detail);
  }

  ClientClosedException closedError() {
    return new ClientClosedException("the client was closed during the call");
  }

  Retries retries() {
    return retries;
  }

  Time time() {
    return time;
  }

  boolean isWatched() {
    return listener != null;
  }

  void tell(CallEvent event) {
    if (listener == null) {
      return;
    }
    try {
      listener.onEvent(event);
    } catch (Throwable ignored) {
      // A listener looks on; what it throws, errors included, must not keep a call from ending.
    }
  }

  /** {@code call} waits with nothing on the wire, so that only a word from here can end it. */
  void resting(ApiCall call) {
    resting.add(call);
    if (closed) {
      call.close();
    }
  }

  void restless(ApiCall call) {
    resting.remove(call);
  }

  void close() {
    closed = true;
    resting.forEach(ApiCall::close);
  }
}
