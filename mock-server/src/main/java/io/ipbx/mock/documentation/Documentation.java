package io.ipbx.mock.documentation;

import io.ipbx.mock.http.Failures;
import io.ipbx.mock.http.Routing;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;

/**
 * The contracts as a page with a place for a token, as IPEX's own page has it. All that it needs
 * comes from here; what is tried goes to this mock, whatever server a contract names.
 */
public final class Documentation {

  public static final String ROOT = "/documentation";

  private static final String UI = "META-INF/resources/webjars/swagger-ui/5.20.1";
  private static final String ONLY_FROM_HERE =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

  private Documentation() {}

  /** Serves the page, what it looks like, and the contracts that it shows. */
  public static Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    router.route().handler(Routing.start());
    router.route().handler(Documentation::keepAtHome);
    router.get(ROOT).handler(ctx -> ctx.response().sendFile("documentation/index.html"));
    files(router, "/contract/*", "contract");
    files(router, "/ui/*", UI);
    files(router, "/*", "documentation");
    Failures.on(router);
    return router;
  }

  private static void files(Router router, String path, String folder) {
    router.get(ROOT + path).handler(StaticHandler.create(folder).setCachingEnabled(false));
  }

  private static void keepAtHome(RoutingContext ctx) {
    ctx.response()
        .putHeader("Content-Security-Policy", ONLY_FROM_HERE)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    ctx.next();
  }
}
