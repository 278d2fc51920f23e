package io.ipbx.mock.impl;

import io.ipbx.mock.MockOptions;
import io.vertx.core.http.HttpServerOptions;

/** How a mock listens. */
final class ServerOptions {

  /** In Vert.x a negative port is a free one that all instances of a deployment share. */
  private static final int ANY_PORT_FOR_ALL = -1;

  private ServerOptions() {}

  static HttpServerOptions of(MockOptions options) {
    HttpServerOptions http =
        new HttpServerOptions()
            .setHost(options.getHost())
            .setPort(options.getPort() == 0 ? ANY_PORT_FOR_ALL : options.getPort())
            .setHandle100ContinueAutomatically(true);
    return options.isTls() ? Certificates.selfSigned(http.setSsl(true).setUseAlpn(true)) : http;
  }
}
