package io.ipbx.mock.http;

import io.ipbx.mock.auth.AuthServer;
import io.ipbx.mock.auth.BearerCheck;
import io.ipbx.mock.auth.Principal;
import io.ipbx.mock.wire.HttpExchange;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * Whoever has a good bearer token, once the faults have had their say.
 *
 * @param fullAccessNeeded whether an access without impersonation is refused
 */
record BearerAdmission(AuthServer auth, boolean fullAccessNeeded) implements Admission {

  private static final String PRINCIPAL = Principal.class.getName();

  /** Who was admitted; null where no bearer is asked for. */
  static @Nullable Principal principal(RoutingContext ctx) {
    return ctx.get(PRINCIPAL);
  }

  @Override
  public void arrive(RoutingContext ctx, HttpExchange exchange) {
    exchange.identify(null, bearer(ctx).identity()).proceed(() -> admit(ctx));
  }

  private BearerCheck bearer(RoutingContext ctx) {
    return auth.check(ctx.request().getHeader(HttpHeaders.AUTHORIZATION));
  }

  private void admit(RoutingContext ctx) {
    // Looked at anew: a fault may have kept the request waiting, or ended the session.
    BearerCheck check = bearer(ctx);
    if (check instanceof BearerCheck.Granted granted) {
      if (fullAccessNeeded && !granted.principal().fullAccess()) {
        challenge(ctx, 403, "error=\"insufficient_scope\"", "the access has no impersonation");
      } else {
        ctx.put(PRINCIPAL, granted.principal());
        ctx.next();
      }
    } else if (check instanceof BearerCheck.Refused refused) {
      challenge(
          ctx,
          401,
          "error=\"invalid_token\", error_description=\"" + refused.reason() + "\"",
          "the token is not good: " + refused.reason());
    } else {
      challenge(ctx, 401, "", "the request has no bearer token");
    }
  }

  private static void challenge(RoutingContext ctx, int status, String error, String message) {
    ctx.response().putHeader("WWW-Authenticate", error.isEmpty() ? "Bearer" : "Bearer " + error);
    Boom.answer(Routing.exchange(ctx), status, message);
  }
}
