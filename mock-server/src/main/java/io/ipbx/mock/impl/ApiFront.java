package io.ipbx.mock.impl;

import io.ipbx.mock.auth.AuthServer;
import io.ipbx.mock.http.Boom;
import io.ipbx.mock.pbx.PbxApi;
import io.ipbx.mock.pbx.World;
import io.ipbx.mock.rest.RestApi;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;

/**
 * Everything but the auth server. The APIs are routed from their contracts, which take a moment to
 * be read; requests that come before wait for it, and the auth server need not.
 */
final class ApiFront {

  private final Router control;
  private final Future<Router> rest;
  private final Future<Router> pbx;

  ApiFront(Vertx vertx, AuthServer auth, World world, ControlApi control) {
    this.control = control.router(vertx);
    this.rest = RestApi.load(vertx, auth, world);
    this.pbx = PbxApi.load(vertx, auth, world);
  }

  void handle(HttpServerRequest request) {
    String path = request.path();
    if (path == null || !path.startsWith("/")) {
      Boom.answer(request.response(), 400, "the request has no path");
    } else if (path.startsWith(ControlApi.ROOT)) {
      control.handle(request);
    } else {
      route(path.startsWith("/v1/") ? rest : pbx, request);
    }
  }

  private static void route(Future<Router> api, HttpServerRequest request) {
    if (api.succeeded()) {
      api.result().handle(request);
      return;
    }
    request.pause();
    api.onComplete(
        router -> {
          router.handle(request);
          request.resume();
        },
        broken -> Boom.answer(request.response(), 503, "the contract is broken: " + broken));
  }
}
