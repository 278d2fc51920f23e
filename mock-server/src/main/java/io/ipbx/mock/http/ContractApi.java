package io.ipbx.mock.http;

import io.ipbx.mock.auth.AuthServer;
import io.ipbx.mock.wire.BoundedBody;
import io.ipbx.mock.wire.HttpExchange;
import io.ipbx.mock.wire.MediaTypes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.validation.ValidatableRequest;
import io.vertx.openapi.validation.ValidatedRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An API routed and validated from its OpenAPI contract: first the bearer, then the right, then the
 * request, then the operation. Contract and operations must name the same things.
 */
public final class ContractApi {

  /** What is enough for all but snapshots. */
  public static final int LONGEST_BODY = 64 * 1024;

  private final Admission admission;
  private final boolean assumesJson;
  private final ToIntFunction<String> longestBody;

  /**
   * An API of that auth server's bearers.
   *
   * @param fullAccessNeeded whether an access without impersonation is refused
   */
  public ContractApi(AuthServer auth, boolean fullAccessNeeded) {
    this(new BearerAdmission(auth, fullAccessNeeded), false, path -> LONGEST_BODY);
  }

  /**
   * An API.
   *
   * @param admission who may use it
   * @param assumesJson whether a body is taken for JSON whatever it claims to be
   * @param longestBody in bytes, by path
   */
  public ContractApi(Admission admission, boolean assumesJson, ToIntFunction<String> longestBody) {
    this.admission = admission;
    this.assumesJson = assumesJson;
    this.longestBody = longestBody;
  }

  /** The router; fails when an operation and the contract do not know each other. */
  public Future<Router> load(Vertx vertx, String contract, List<Operation> operations) {
    return OpenAPIContract.from(vertx, contract)
        .map(read -> router(vertx, read, operations, contract));
  }

  private Router router(
      Vertx vertx, OpenAPIContract read, List<Operation> operations, String contract) {
    RouterBuilder builder = RouterBuilder.create(vertx, read, this::exact);
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
    builder.rootHandler(this::readBody);
    builder.rootHandler(ctx -> arrive(ctx, read));
    builder.getRoutes().forEach(route -> validateWhatHasNoBody(route, read));
    byId.forEach((id, operation) -> builder.getRoute(id).addHandler(ctx -> run(ctx, operation)));
    Router router = builder.createRouter();
    Failures.on(router);
    return router;
  }

  private static void validateWhatHasNoBody(OpenAPIRoute route, OpenAPIContract contract) {
    if (route.getOperation().getRequestBody() == null) {
      route.setDoValidation(false);
      route.addHandler(
          new ParameterValidation(route.getOperation(), contract.getSchemaRepository()));
    }
  }

  private void readBody(RoutingContext ctx) {
    int limit = longestBody.applyAsInt(ctx.request().path());
    BoundedBody.read(Routing.exchange(ctx), limit, body -> ctx.next());
  }

  private Future<ValidatableRequest> exact(
      RoutingContext ctx, io.vertx.openapi.contract.Operation operation) {
    String claimed = ctx.request().getHeader(HttpHeaders.CONTENT_TYPE);
    String type = assumesJson || MediaTypes.isJson(claimed) ? MediaTypes.JSON : null;
    return Future.succeededFuture(
        new ExactRequest(ctx.request(), operation, Routing.exchange(ctx).body(), type));
  }

  private void arrive(RoutingContext ctx, OpenAPIContract contract) {
    io.vertx.openapi.contract.Operation asked =
        contract.findOperation(ctx.request().path(), ctx.request().method());
    HttpExchange exchange = Routing.exchange(ctx);
    exchange.setEndpoint(asked == null ? HttpExchange.UNKNOWN : asked.getOperationId());
    admission.arrive(ctx, exchange);
  }

  private static void run(RoutingContext ctx, Operation operation) {
    ValidatedRequest request = ctx.get(RouterBuilder.KEY_META_DATA_VALIDATED_REQUEST);
    operation
        .answer(new ApiRequest(BearerAdmission.principal(ctx), request, Routing.exchange(ctx)))
        .onSuccess(json -> answer(ctx, operation.status(), json))
        .onFailure(ctx::fail);
  }

  private static void answer(RoutingContext ctx, int status, @Nullable Object json) {
    if (json == null || ctx.response().headWritten()) {
      // The operation has answered, or goes on answering, by itself.
      return;
    }
    ctx.response().setStatusCode(status);
    ctx.response().putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8");
    boolean isText = json instanceof Buffer;
    Routing.exchange(ctx).end(isText ? (Buffer) json : Json.encodeToBuffer(json));
  }
}
