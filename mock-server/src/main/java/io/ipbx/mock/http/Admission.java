package io.ipbx.mock.http;

import io.ipbx.mock.wire.HttpExchange;
import io.vertx.ext.web.RoutingContext;

/** Who may use an API. */
@FunctionalInterface
public interface Admission {

  /** Goes on with {@code ctx}, or answers. */
  void arrive(RoutingContext ctx, HttpExchange exchange);
}
