package io.ipbx.mock.impl;

import io.ipbx.mock.MockOptions;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;

/** How a mock listens. */
final class ServerOptions {

  private ServerOptions() {}

  static HttpServerOptions of(Vertx vertx, MockOptions options) {
    HttpServerOptions http =
        new HttpServerOptions()
            .setHost(options.getHost())
            .setPort(options.getPort() == 0 ? freePort(vertx) : options.getPort())
            .setHandle100ContinueAutomatically(true)
            .setHttp2ClearTextEnabled(false);
    return options.isTls() ? Certificates.selfSigned(http.setSsl(true).setUseAlpn(true)) : http;
  }

  /**
   * A negative port is a free one that all servers of a Vert.x share which ask for it by the same
   * number. So the event loops of a mock use one number, and no other mock uses it.
   */
  private static int freePort(Vertx vertx) {
    return -vertx
        .sharedData()
        .<String, Integer>getLocalMap(MockServer.class.getName())
        .merge("mocks", 1, Integer::sum);
  }
}
