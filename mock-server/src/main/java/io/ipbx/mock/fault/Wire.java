package io.ipbx.mock.fault;

import io.ipbx.mock.wire.HttpExchange;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpConnection;
import org.jspecify.annotations.Nullable;

/**
 * Ends exchanges without an answer. Over HTTP/2 other exchanges share the connection, so only the
 * stream is reset there (RFC 9113 section 8.1).
 */
final class Wire {

  private static final long INTERNAL_ERROR = 0x2;
  private static final String CHANNEL_PACKAGE = "io.vertx.core.net.impl";

  private Wire() {}

  /** In order, as by a server that stops: the client sees the end of the stream (TCP FIN). */
  static Future<Void> close(HttpExchange exchange) {
    exchange.conclude();
    return exchange.sharesConnection()
        ? exchange.response().reset(INTERNAL_ERROR)
        : exchange.request().connection().close();
  }

  /** As by a server that died: the client sees a reset (TCP RST). */
  static Future<Void> reset(HttpExchange exchange) {
    exchange.conclude();
    if (exchange.sharesConnection()) {
      return exchange.response().reset(INTERNAL_ERROR);
    }
    Channel channel = channel(exchange.request().connection());
    if (!channel.isOpen()) {
      // The client was faster.
      return Future.succeededFuture();
    }
    // Closing a socket that does not linger resets it, and drops what is still to be sent.
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    // From the head of the pipeline, because TLS would take its leave first.
    Promise<Void> closed = Promise.promise();
    channel.pipeline().firstContext().close().addListener(done -> closed.complete());
    return closed.future();
  }

  /** Why a connection cannot be reset in this process; null when it can. */
  static @Nullable String obstacle() {
    return HttpConnection.class.getModule().isExported(CHANNEL_PACKAGE, Wire.class.getModule())
        ? null
        : "Vert.x lets nobody reset a connection on the module path: start Java with --add-exports"
            + " io.vertx.core/io.vertx.core.net.impl=io.ipbx.mock";
  }

  /** Vert.x keeps the channel to itself, and its API knows no reset; so this is by reflection. */
  private static Channel channel(HttpConnection connection) {
    try {
      return (Channel) connection.getClass().getMethod("channel").invoke(connection);
    } catch (ReflectiveOperationException closed) {
      throw new IllegalStateException(obstacle(), closed);
    }
  }
}
