package io.ipbx.mock.impl;

import io.ipbx.mock.MockOptions;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SocketAddress;

/** How a mock listens. */
final class ServerOptions {

  private ServerOptions() {}

  static HttpServerOptions of(MockOptions options) {
    HttpServerOptions http =
        new HttpServerOptions()
            .setHandle100ContinueAutomatically(true)
            // No WebSockets here: each request would pass a handler of theirs.
            .setPerFrameWebSocketCompressionSupported(false)
            .setPerMessageWebSocketCompressionSupported(false)
            .setHttp2ClearTextEnabled(false);
    return options.isTls() ? Certificates.selfSigned(http.setSsl(true).setUseAlpn(true)) : http;
  }

  /**
   * Port 0 is one free port that all servers of a Vert.x share which ask for it by the same number.
   * So the event loops of a mock use one number, and no other mock uses it.
   */
  static SocketAddress address(Vertx vertx, MockOptions options) {
    if (options.getPort() != 0) {
      return SocketAddress.inetSocketAddress(options.getPort(), options.getHost());
    }
    int number =
        vertx
            .sharedData()
            .<String, Integer>getLocalMap(MockServer.class.getName())
            .merge("mocks", 1, Integer::sum);
    return SocketAddress.sharedRandomPort(number, options.getHost());
  }
}
