package io.ipbx.sdk.impl;

import io.ipbx.sdk.ConnectionFailedException;
import io.ipbx.sdk.IpbxRequest;
import io.ipbx.sdk.auth.AccessToken;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One request to the API and the whole of its answer. The web client is not used for it: its
 * timeout starts anew with each byte that comes, and what it sends cannot be taken back.
 */
final class ApiExchange {

  private static final CharSequence CORRELATION =
      HttpHeaders.createOptimized(ApiAnswer.CORRELATION);

  private final IpbxRequest request;
  private final String correlationId;
  private final @Nullable Duration patience;
  private final Promise<ApiAnswer> answer = Promise.promise();
  private volatile @Nullable HttpClientRequest sent;

  /**
   * @param patience how long the body of a 2xx answer, which is left to be read, may stand still;
   *     null when the whole is read here
   */
  ApiExchange(IpbxRequest request, String correlationId, @Nullable Duration patience) {
    this.request = request;
    this.correlationId = correlationId;
    this.patience = patience;
  }

  /**
   * @param token asked once there is a connection; whoever gives none aborts the exchange
   */
  Future<ApiAnswer> over(
      Future<HttpClientRequest> connection, Supplier<Future<AccessToken>> token) {
    connection.onComplete(made -> ready(made, token), answer::tryFail);
    return answer.future();
  }

  private void ready(HttpClientRequest http, Supplier<Future<AccessToken>> token) {
    sent = http;
    http.exceptionHandler(answer::tryFail);
    if (answer.future().isComplete()) {
      http.reset();
    } else {
      token.get().onSuccess(found -> send(http, found));
    }
  }

  private void send(HttpClientRequest http, AccessToken token) {
    if (answer.future().isComplete()) {
      return;
    }
    if (request.headers() != null) {
      http.headers().addAll(request.headers());
    }
    http.putHeader(CORRELATION, correlationId);
    http.putHeader(HttpHeaders.AUTHORIZATION, token.authorization());
    http.response().onComplete(head -> read(head, token), answer::tryFail);
    Buffer body = request.body();
    if (request.stream() != null) {
      pipe(request.stream(), http);
    } else if (body != null) {
      http.end(body);
    } else {
      http.end();
    }
  }

  /** Half a body must not end like a whole one: a source that fails takes the request with it. */
  private void pipe(ReadStream<Buffer> source, HttpClientRequest http) {
    http.setChunked(!http.headers().contains("Content-Length"));
    source
        .pipe()
        .endOnFailure(false)
        .to(http)
        .onFailure(
            cause -> {
              answer.tryFail(new ConnectionFailedException("the body's source failed", cause));
              http.reset();
            });
  }

  private void read(HttpClientResponse head, AccessToken token) {
    if (patience != null && head.statusCode() / 100 == 2) {
      head.request().idleTimeout(patience.toMillis());
      answer.tryComplete(new ApiAnswer(WholeResponse.open(head), token, correlationId));
      return;
    }
    head.body()
        .map(body -> new ApiAnswer(WholeResponse.of(head, body), token, correlationId))
        .onComplete(answer::tryComplete, answer::tryFail);
  }

  /** Takes the request back; without effect once the answer is whole. */
  void abort() {
    boolean running = answer.tryFail("taken back");
    HttpClientRequest http = sent;
    if (running && http != null) {
      http.reset();
    }
  }
}
