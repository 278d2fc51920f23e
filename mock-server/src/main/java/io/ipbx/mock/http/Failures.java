package io.ipbx.mock.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.json.schema.OutputUnit;
import io.vertx.openapi.validation.SchemaValidationException;
import io.vertx.openapi.validation.ValidatorException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes wrong while routing is the client's doing, and is told so in one shape. */
public final class Failures {

  private Failures() {}

  /** Answers all errors of {@code router} in the APIs' shape. */
  public static void on(Router router) {
    router.route().failureHandler(Failures::answer);
    router.errorHandler(404, ctx -> fail(ctx, 404, "there is nothing at " + ctx.normalizedPath()));
    router.errorHandler(
        405, ctx -> fail(ctx, 405, ctx.request().method() + " is not allowed here"));
  }

  private static void answer(RoutingContext ctx) {
    Throwable cause = ctx.failure();
    if (cause instanceof NotFoundException) {
      fail(ctx, 404, said(cause));
    } else if (cause instanceof ForbiddenException) {
      fail(ctx, 403, said(cause));
    } else if (cause instanceof IllegalArgumentException
        || cause instanceof ClassCastException
        || cause instanceof ValidatorException) {
      fail(ctx, 400, said(cause));
    } else if (ctx.statusCode() >= 400 && ctx.statusCode() != 500) {
      fail(ctx, ctx.statusCode(), said(cause));
    } else {
      fail(ctx, 500, "the mock failed: " + cause);
    }
  }

  /** The routing wraps what the validation says. */
  private static String said(@Nullable Throwable cause) {
    Throwable told = cause instanceof HttpException wrapped ? wrapped.getCause() : cause;
    String message = told == null ? null : told.getMessage();
    if (told instanceof SchemaValidationException invalid) {
      return message + where(invalid.getOutputUnit());
    }
    return message == null ? "the request is refused" : message;
  }

  /** Which member of a body is wrong; the message has the reason alone. */
  private static String where(@Nullable OutputUnit unit) {
    List<OutputUnit> errors = unit == null ? null : unit.getErrors();
    String place =
        errors == null || errors.isEmpty()
            ? null
            : errors.get(errors.size() - 1).getInstanceLocation();
    return place == null || !place.startsWith("#/") ? "" : " (at " + place.substring(2) + ")";
  }

  private static void fail(RoutingContext ctx, int status, String message) {
    Boom.answer(Routing.exchange(ctx), status, message);
  }
}
