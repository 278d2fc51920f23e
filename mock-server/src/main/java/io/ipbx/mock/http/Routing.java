package io.ipbx.mock.http;

import io.ipbx.mock.wire.HttpExchange;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.PlatformHandler;

/**
 * Takes an exchange through a router. A router knows requests only, so the exchange is handed over
 * by the thread, on which the first handler of the router runs at once.
 */
public final class Routing {

  private static final String EXCHANGE = HttpExchange.class.getName();
  private static final ThreadLocal<HttpExchange> HANDED_OVER = new ThreadLocal<>();

  private Routing() {}

  public static void handle(HttpExchange exchange, Router router) {
    HANDED_OVER.set(exchange);
    try {
      router.handle(exchange.request());
    } finally {
      HANDED_OVER.remove();
    }
  }

  /** To go before all others: takes the exchange over. */
  public static PlatformHandler start() {
    return Routing::takeOver;
  }

  private static void takeOver(RoutingContext ctx) {
    ctx.put(EXCHANGE, HANDED_OVER.get());
    ctx.next();
  }

  /** The exchange that came in by {@link #handle}. */
  public static HttpExchange exchange(RoutingContext ctx) {
    return ctx.get(EXCHANGE);
  }
}
