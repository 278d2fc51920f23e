package io.ipbx.mock.impl;

import io.ipbx.mock.http.Boom;
import io.ipbx.mock.http.Routing;
import io.ipbx.mock.wire.HttpExchange;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An API whose contract is read when it is first asked for. That takes a moment, for which its
 * first requests wait; the start of the mock and the auth server need not.
 */
final class LazyApi {

  private final Vertx vertx;
  private final Supplier<Future<Router>> source;
  private volatile @Nullable Future<Router> loaded;

  LazyApi(Vertx vertx, Supplier<Future<Router>> source) {
    this.vertx = vertx;
    this.source = source;
  }

  void handle(HttpExchange exchange) {
    Future<Router> present = loaded;
    Future<Router> api = present == null ? load() : present;
    if (api.succeeded()) {
      Routing.handle(exchange, api.result());
      return;
    }
    exchange.request().pause();
    // The contract is read on the event loop of whoever asked first, which need not be this one.
    Context here = vertx.getOrCreateContext();
    api.onComplete(
        router -> here.runOnContext(turn -> resume(exchange, router)),
        broken -> here.runOnContext(turn -> refuse(exchange, broken)));
  }

  private static void resume(HttpExchange exchange, Router router) {
    Routing.handle(exchange, router);
    exchange.request().resume();
  }

  private static void refuse(HttpExchange exchange, Throwable broken) {
    Boom.answer(exchange, 503, "the contract is broken: " + broken);
  }

  private synchronized Future<Router> load() {
    Future<Router> present = loaded;
    if (present == null) {
      present = source.get();
      loaded = present;
    }
    return present;
  }
}
