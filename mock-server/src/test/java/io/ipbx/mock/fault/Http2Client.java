package io.ipbx.mock.fault;

import io.ipbx.mock.testing.RunningMock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks HTTP/2 over TLS, and counts its connections. */
final class Http2Client implements AutoCloseable {

  private final AtomicInteger connections = new AtomicInteger();
  private final Vertx vertx = Vertx.vertx();
  private final HttpClientAgent http;
  private final int port;

  Http2Client(int port) {
    this.port = port;
    this.http =
        vertx
            .httpClientBuilder()
            .with(
                new HttpClientOptions()
                    .setSsl(true)
                    .setTrustAll(true)
                    .setVerifyHost(false)
                    .setUseAlpn(true)
                    .setProtocolVersion(HttpVersion.HTTP_2))
            .withConnectHandler(connection -> connections.incrementAndGet())
            .build();
  }

  Future<Integer> status(String path) {
    return http.request(HttpMethod.GET, port, "127.0.0.1", path)
        .compose(request -> request.send())
        .map(HttpClientResponse::statusCode);
  }

  Future<HttpClientResponse> post(String path, Buffer body) {
    return http.request(HttpMethod.POST, port, "127.0.0.1", path)
        .compose(request -> request.send(body));
  }

  Throwable failure(String path) {
    return failureOf(status(path));
  }

  static Throwable failureOf(Future<Integer> request) {
    return RunningMock.await(
        request.transform(
            result ->
                result.failed()
                    ? Future.succeededFuture(result.cause())
                    : Future.failedFuture("answered with " + result.result())));
  }

  int connections() {
    return connections.get();
  }

  @Override
  public void close() {
    RunningMock.await(vertx.close());
  }
}
