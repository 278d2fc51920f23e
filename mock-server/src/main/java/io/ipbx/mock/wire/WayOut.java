package io.ipbx.mock.wire;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/** How an answer leaves, once its status and headers are set on the response. */
@FunctionalInterface
public interface WayOut {

  /** As it is. */
  WayOut WHOLE = HttpExchange::finish;

  /**
   * Sends {@code body}, or what is to become of it.
   *
   * @param body empty for an answer without one
   */
  Future<Void> send(HttpExchange exchange, Buffer body);
}
