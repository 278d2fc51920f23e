package io.ipbx.mock.impl;

import io.ipbx.mock.auth.AuthServer;
import io.ipbx.mock.http.Boom;
import io.ipbx.mock.wire.HttpExchange;
import io.ipbx.mock.wire.Reception;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** One event loop of a mock: the auth server is asked first, being what load is about. */
final class FrontVerticle extends VerticleBase {

  private static final int GRACE_SECONDS = 2;

  private final HttpServerOptions options;
  private final SocketAddress address;
  private final Reception reception;
  private final AuthServer auth;
  private final ApiFront apis;
  private final IntConsumer bound;
  private final boolean verbose;
  private @Nullable HttpServer server;

  FrontVerticle(
      HttpServerOptions options,
      SocketAddress address,
      Reception reception,
      AuthServer auth,
      ApiFront apis,
      IntConsumer bound,
      boolean verbose) {
    this.options = options;
    this.address = address;
    this.reception = reception;
    this.auth = auth;
    this.apis = apis;
    this.bound = bound;
    this.verbose = verbose;
  }

  @Override
  public Future<?> start() {
    server =
        vertx
            .createHttpServer(options)
            .requestHandler(this::handle)
            .invalidRequestHandler(
                request -> Boom.answer(reception.open(request), 400, "not an HTTP request"));
    return server.listen(address).onSuccess(listening -> bound.accept(listening.actualPort()));
  }

  private void handle(HttpServerRequest request) {
    HttpExchange exchange = reception.open(request);
    if (verbose) {
      exchange.atEnd(FrontVerticle::print);
    }
    if (!auth.handle(exchange)) {
      apis.handle(exchange);
    }
  }

  private static void print(HttpExchange exchange) {
    HttpServerRequest request = exchange.request();
    System.out.println(request.method() + " " + request.path() + " " + exchange.status());
  }

  @Override
  public Future<?> stop() {
    return server == null
        ? Future.succeededFuture()
        : server.shutdown(GRACE_SECONDS, TimeUnit.SECONDS);
  }
}
