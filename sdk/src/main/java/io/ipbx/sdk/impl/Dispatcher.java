package io.ipbx.sdk.impl;

import io.ipbx.sdk.BodyNotReplayableException;
import io.ipbx.sdk.ClientClosedException;
import io.ipbx.sdk.IpbxException;
import io.ipbx.sdk.IpbxRequest;
import io.ipbx.sdk.RequestTimeoutException;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.Tokens;
import io.ipbx.sdk.auth.impl.Failures;
import io.ipbx.sdk.spi.Time;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.time.Duration;

/**
 * The way of one API call: a token, the request, after a 401 another token and the request again.
 */
final class Dispatcher {

  private static final int UNAUTHORIZED = 401;

  private final WebClient web;
  private final Origin origin;
  private final Duration timeout;
  private final Time time;
  private volatile boolean closed;

  Dispatcher(WebClient web, Origin origin, Duration timeout, Time time) {
    this.web = web;
    this.origin = origin;
    this.timeout = timeout;
    this.time = time;
  }

  void close() {
    closed = true;
  }

  Future<HttpResponse<Buffer>> send(IpbxRequest request, Tokens tokens) {
    if (request.stream() != null) {
      // What it emits before there is a token would be lost.
      request.stream().pause();
    }
    long deadline = time.nanoTime() + timeout.toNanos();
    return token(tokens, deadline)
        .compose(
            token ->
                exchange(request, token, deadline)
                    .compose(
                        answer ->
                            answer.response().statusCode() == UNAUTHORIZED
                                ? replay(request, tokens, token, deadline)
                                : Future.succeededFuture(answer)))
        .compose(answer -> answer.successful(time.instant()));
  }

  /** After a 401: only the token that was sent is put aside, a newer one is used as it is. */
  private Future<ApiAnswer> replay(
      IpbxRequest request, Tokens tokens, AccessToken refused, long deadline) {
    tokens.invalidate(refused);
    return request.stream() != null
        ? Future.failedFuture(
            new BodyNotReplayableException(
                request + " got 401 after its one-shot body was sent: send it anew"))
        : token(tokens, deadline).compose(token -> exchange(request, token, deadline));
  }

  private Future<AccessToken> token(Tokens tokens, long deadline) {
    Future<AccessToken> token = tokens.current();
    return token.isComplete() ? token : Patience.until(deadline, token, time, this::waitedTooLong);
  }

  private RequestTimeoutException waitedTooLong() {
    return new RequestTimeoutException("no token within the request's " + timeout, null);
  }

  private Future<ApiAnswer> exchange(IpbxRequest request, AccessToken token, long deadline) {
    long left = Duration.ofNanos(deadline - time.nanoTime()).toMillis();
    if (left <= 0) {
      return Future.failedFuture(waitedTooLong());
    }
    HttpRequest<Buffer> http =
        web.request(
                request.method(), origin.port(), origin.host(), origin.path() + request.target())
            .ssl(origin.tls())
            .timeout(left);
    if (request.headers() != null) {
      http.putHeaders(request.headers());
    }
    http.putHeader(HttpHeaders.AUTHORIZATION.toString(), token.authorization());
    return sendBody(http, request)
        .transform(
            end ->
                end.succeeded()
                    ? Future.succeededFuture(new ApiAnswer(end.result(), token))
                    : Future.failedFuture(failure(end.cause())));
  }

  private static Future<HttpResponse<Buffer>> sendBody(
      HttpRequest<Buffer> http, IpbxRequest request) {
    if (request.stream() != null) {
      return http.sendStream(request.stream());
    }
    return request.body() != null ? http.sendBuffer(request.body()) : http.send();
  }

  private IpbxException failure(Throwable cause) {
    return closed
        ? new ClientClosedException("the client was closed during the call")
        : Failures.typed(cause);
  }
}
