package io.ipbx.mock.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.PlatformHandler;

/** How the APIs read bodies: as JSON, bounded, whatever the type of a form is claimed. */
public final class JsonBodies {

  /** What is enough for all but snapshots. */
  public static final int LONGEST_BODY = 64 * 1024;

  private JsonBodies() {}

  /** To go before the reader: a body is not taken for a form, whatever it claims to be. */
  public static PlatformHandler unclaimed() {
    return ctx -> {
      String type = ctx.request().getHeader(HttpHeaders.CONTENT_TYPE);
      if (type != null && !type.startsWith("application/json")) {
        ctx.request().headers().remove(HttpHeaders.CONTENT_TYPE);
      }
      ctx.next();
    };
  }

  /** To go before the reader: a body is taken for JSON, whatever it claims to be. */
  public static PlatformHandler assumed() {
    return ctx -> {
      ctx.request().headers().set(HttpHeaders.CONTENT_TYPE, "application/json");
      ctx.next();
    };
  }

  static BodyHandler reader(int longest) {
    return BodyHandler.create(false).setBodyLimit(longest);
  }
}
