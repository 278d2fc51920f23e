package io.ipbx.mock.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.PlatformHandler;

/** How the APIs read bodies: as JSON, bounded, whatever the type of a form is claimed. */
public final class JsonBodies {

  private static final int LONGEST_BODY = 64 * 1024;

  private JsonBodies() {}

  /** To go before {@link #reader()}: keeps a body from being taken for a form. */
  public static PlatformHandler unclaimed() {
    return JsonBodies::withoutFormType;
  }

  private static void withoutFormType(RoutingContext ctx) {
    String type = ctx.request().getHeader(HttpHeaders.CONTENT_TYPE);
    if (type != null && !type.startsWith("application/json")) {
      ctx.request().headers().remove(HttpHeaders.CONTENT_TYPE);
    }
    ctx.next();
  }

  public static BodyHandler reader() {
    return BodyHandler.create(false).setBodyLimit(LONGEST_BODY);
  }
}
