package io.ipbx.mock.impl;

import io.ipbx.mock.auth.AuthServer;
import io.ipbx.mock.documentation.Documentation;
import io.ipbx.mock.http.Boom;
import io.ipbx.mock.pbx.PbxApi;
import io.ipbx.mock.pbx.World;
import io.ipbx.mock.remote.ControlApi;
import io.ipbx.mock.rest.RestApi;
import io.ipbx.mock.wire.HttpExchange;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.function.Supplier;

/** Everything but the auth server. */
final class ApiFront {

  private final LazyApi control;
  private final LazyApi rest;
  private final LazyApi pbx;
  private final LazyApi documentation;

  ApiFront(Vertx vertx, AuthServer auth, World world, Supplier<Future<Router>> control) {
    this.control = new LazyApi(vertx, control);
    this.rest = new LazyApi(vertx, () -> RestApi.load(vertx, auth, world));
    this.pbx = new LazyApi(vertx, () -> PbxApi.load(vertx, auth, world));
    this.documentation =
        new LazyApi(vertx, () -> Future.succeededFuture(Documentation.router(vertx)));
  }

  void handle(HttpExchange exchange) {
    String path = exchange.request().path();
    if (path == null || !path.startsWith("/")) {
      Boom.answer(exchange, 400, "the request has no path");
    } else if (path.startsWith(ControlApi.ROOT)) {
      control.handle(exchange.unseen());
    } else if (path.startsWith(Documentation.ROOT)) {
      documentation.handle(exchange.unseen());
    } else {
      (path.startsWith("/v1/") ? rest : pbx).handle(exchange);
    }
  }
}
