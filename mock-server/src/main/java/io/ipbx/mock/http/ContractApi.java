package io.ipbx.mock.http;

import io.ipbx.mock.auth.AuthServer;
import io.ipbx.mock.auth.BearerCheck;
import io.ipbx.mock.auth.Principal;
import io.ipbx.mock.wire.HttpExchange;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.validation.ValidatedRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An API routed and validated from its OpenAPI contract: first the bearer, then the right, then the
 * request, then the operation. Contract and operations must name the same things.
 */
public final class ContractApi {

  private static final String PRINCIPAL = Principal.class.getName();

  private final AuthServer auth;
  private final boolean fullAccessNeeded;

  /**
   * An API of that auth server's bearers.
   *
   * @param fullAccessNeeded whether an access without impersonation is refused
   */
  public ContractApi(AuthServer auth, boolean fullAccessNeeded) {
    this.auth = auth;
    this.fullAccessNeeded = fullAccessNeeded;
  }

  /** The router; fails when an operation and the contract do not know each other. */
  public Future<Router> load(Vertx vertx, String contract, List<Operation> operations) {
    return OpenAPIContract.from(vertx, contract)
        .map(read -> router(vertx, read, operations, contract));
  }

  private Router router(
      Vertx vertx, OpenAPIContract read, List<Operation> operations, String contract) {
    RouterBuilder builder = RouterBuilder.create(vertx, read, RequestExtractor.withBodyHandler());
    Map<String, Operation> byId =
        operations.stream().collect(Collectors.toMap(Operation::id, Function.identity()));
    Set<String> described =
        builder.getRoutes().stream()
            .map(route -> route.getOperation().getOperationId())
            .collect(Collectors.toSet());
    if (!described.equals(byId.keySet())) {
      Set<String> apart = new TreeSet<>(described);
      apart.addAll(byId.keySet());
      apart.removeIf(id -> described.contains(id) && byId.containsKey(id));
      throw new IllegalStateException(contract + " and its operations differ in " + apart);
    }
    // Bearers are looked at before anything else, on the way in.
    builder.getRoutes().forEach(route -> route.setDoSecurity(false));
    builder.rootHandler(Routing.start());
    builder.rootHandler(JsonBodies.unclaimed());
    builder.rootHandler(JsonBodies.reader());
    builder.rootHandler(ctx -> arrive(ctx, read));
    byId.forEach((id, operation) -> builder.getRoute(id).addHandler(ctx -> run(ctx, operation)));
    Router router = builder.createRouter();
    Failures.on(router);
    return router;
  }

  private void arrive(RoutingContext ctx, OpenAPIContract contract) {
    io.vertx.openapi.contract.Operation asked =
        contract.findOperation(ctx.request().path(), ctx.request().method());
    Routing.exchange(ctx)
        .setEndpoint(asked == null ? HttpExchange.UNKNOWN : asked.getOperationId())
        .setBody(ctx.body().buffer())
        .identify(null, bearer(ctx).identity())
        .proceed(() -> admit(ctx));
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

  private static void run(RoutingContext ctx, Operation operation) {
    ValidatedRequest request = ctx.get(RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST);
    Principal principal = ctx.get(PRINCIPAL);
    operation
        .answer(new ApiRequest(principal, request, ctx.request().path()))
        .onSuccess(json -> answer(ctx, Json.encodeToBuffer(json)))
        .onFailure(ctx::fail);
  }

  private static void answer(RoutingContext ctx, Buffer json) {
    ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8");
    Routing.exchange(ctx).end(json);
  }
}
