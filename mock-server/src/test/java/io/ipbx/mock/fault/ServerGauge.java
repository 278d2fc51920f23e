package io.ipbx.mock.fault;

import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.metrics.MetricsOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.spi.VertxMetricsFactory;
import io.vertx.core.spi.metrics.HttpServerMetrics;
import io.vertx.core.spi.metrics.VertxMetrics;
import io.vertx.core.spi.observability.HttpRequest;
import io.vertx.core.spi.observability.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the connections and requests that Vert.x itself believes to be open on a server. */
final class ServerGauge implements VertxMetricsFactory {

  final AtomicInteger connections = new AtomicInteger();
  final AtomicInteger requests = new AtomicInteger();

  @Override
  public VertxMetrics metrics(VertxOptions options) {
    return new VertxMetrics() {
      @Override
      public HttpServerMetrics<?, ?, ?> createHttpServerMetrics(
          HttpServerOptions server, SocketAddress address) {
        return new Server();
      }
    };
  }

  @Override
  public MetricsOptions newOptions() {
    return new MetricsOptions().setEnabled(true);
  }

  private final class Server implements HttpServerMetrics<Object, Object, Object> {

    @Override
    public Object connected(SocketAddress remote, String name) {
      connections.incrementAndGet();
      return remote;
    }

    @Override
    public void disconnected(Object socket, SocketAddress remote) {
      connections.decrementAndGet();
    }

    @Override
    public Object requestBegin(Object socket, HttpRequest request) {
      requests.incrementAndGet();
      return request;
    }

    @Override
    public void requestReset(Object request) {
      requests.decrementAndGet();
    }

    @Override
    public void responseEnd(Object request, HttpResponse response, long bytes) {
      requests.decrementAndGet();
    }
  }
}
