package io.ipbx.mock.impl;

import static io.ipbx.mock.http.StrictJson.text;

import io.ipbx.mock.MockIpbx;
import io.ipbx.mock.MockSettings;
import io.ipbx.mock.control.MockClock;
import io.ipbx.mock.http.Failures;
import io.ipbx.mock.http.JsonBodies;
import io.ipbx.mock.http.NotFoundException;
import io.ipbx.mock.http.Routing;
import io.ipbx.mock.http.StrictJson;
import io.ipbx.mock.pbx.World;
import io.ipbx.mock.portal.Access;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;

/** The mock in a test's hands, over HTTP. */
final class ControlApi {

  static final String ROOT = "/__mock";

  private final MockIpbx mock;
  private final World world;

  ControlApi(MockIpbx mock, World world) {
    this.mock = mock;
    this.world = world;
  }

  Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    router
        .route()
        .handler(Routing.start())
        .handler(JsonBodies.unclaimed())
        .handler(JsonBodies.reader());
    on(router, HttpMethod.GET, "/health", ctx -> new JsonObject().put("status", "UP"));
    on(router, HttpMethod.POST, "/reset", ctx -> reset());
    on(router, HttpMethod.GET, "/clock", ctx -> clock());
    on(router, HttpMethod.PUT, "/clock", ctx -> moveClock(body(ctx)));
    on(router, HttpMethod.GET, "/accesses", ctx -> accesses());
    on(router, HttpMethod.POST, "/accesses", this::create);
    on(router, HttpMethod.GET, "/accesses/:email", ctx -> shown(access(ctx), false));
    on(router, HttpMethod.DELETE, "/accesses/:email", this::delete);
    FaultRoutes faults = new FaultRoutes(mock.faults());
    on(router, HttpMethod.GET, "/faults", ctx -> faults.list());
    on(router, HttpMethod.POST, "/faults", ctx -> created(ctx, faults.add(body(ctx))));
    on(router, HttpMethod.DELETE, "/faults", ctx -> faults.clear());
    on(router, HttpMethod.GET, "/faults/:id", ctx -> faults.get(ctx.pathParam("id")));
    on(router, HttpMethod.DELETE, "/faults/:id", ctx -> faults.remove(ctx.pathParam("id")));
    on(router, HttpMethod.POST, "/revoke", ctx -> revoke(body(ctx)));
    on(router, HttpMethod.GET, "/stats", ctx -> JsonObject.mapFrom(mock.stats()));
    on(router, HttpMethod.GET, "/settings", ctx -> mock.settings().toJson());
    on(router, HttpMethod.PUT, "/settings", ctx -> change(body(ctx)));
    on(router, HttpMethod.GET, "/switchboards", ctx -> world.switchboardsWithKeys());
    Failures.on(router);
    return router;
  }

  private static void on(
      Router router, HttpMethod method, String path, Function<RoutingContext, Object> action) {
    router
        .route(method, ROOT + path)
        .handler(
            ctx -> {
              Object answer = action.apply(ctx);
              if (!ctx.response().ended()) {
                ctx.json(answer);
              }
            });
  }

  private JsonObject reset() {
    mock.reset();
    return new JsonObject().put("reset", true);
  }

  private JsonObject clock() {
    return new JsonObject()
        .put("now", mock.clock().now().toString())
        .put("frozen", mock.clock().isFrozen());
  }

  private JsonObject moveClock(JsonObject wanted) {
    StrictJson.names(wanted, Set.of("advance", "set", "freeze", "reset"));
    MockClock clock = mock.clock();
    try {
      // All is read before anything is done, so that a mistake changes nothing.
      Instant to = wanted.containsKey("set") ? Instant.parse(text(wanted, "set")) : null;
      Duration by =
          wanted.containsKey("advance") ? Duration.parse(text(wanted, "advance")) : Duration.ZERO;
      boolean freeze = StrictJson.flag(wanted, "freeze");
      if (StrictJson.flag(wanted, "reset")) {
        clock.reset();
      }
      if (wanted.containsKey("freeze")) {
        freeze(clock, freeze);
      }
      if (to != null) {
        clock.set(to);
      }
      clock.advance(by);
    } catch (DateTimeException | ArithmeticException unreadable) {
      throw new IllegalArgumentException(
          "advance takes a duration such as PT1H, set an instant such as 2026-03-02T08:00:00Z");
    }
    return clock();
  }

  private static void freeze(MockClock clock, boolean freeze) {
    if (freeze) {
      clock.freeze();
    } else {
      clock.resume();
    }
  }

  private JsonArray accesses() {
    JsonArray all = new JsonArray();
    mock.accesses().list().forEach(access -> all.add(shown(access, false)));
    return all;
  }

  private Object create(RoutingContext ctx) {
    JsonObject wanted = body(ctx);
    StrictJson.names(wanted, Set.of("email", "password", "switchboard", "impersonation"));
    Access access =
        mock.accesses()
            .create(
                text(wanted, "email"),
                wanted.containsKey("password") ? text(wanted, "password") : null,
                wanted.getInteger("switchboard"),
                StrictJson.flag(wanted, "impersonation"));
    return created(ctx, shown(access, true));
  }

  private static Object created(RoutingContext ctx, Object made) {
    ctx.response().setStatusCode(201);
    return made;
  }

  private static JsonObject shown(Access access, boolean withPassword) {
    JsonObject json =
        new JsonObject()
            .put("id", access.id())
            .put("email", access.email())
            .put("switchboard", access.switchboard())
            .put("impersonation", access.impersonation())
            .put("enabled", access.enabled());
    return withPassword ? json.put("password", access.password()) : json;
  }

  private Access access(RoutingContext ctx) {
    String email = ctx.pathParam("email");
    Access access = mock.accesses().find(email);
    if (access == null) {
      throw new NotFoundException("there is no access '" + email + "'");
    }
    return access;
  }

  private JsonObject delete(RoutingContext ctx) {
    String email = access(ctx).email();
    mock.accesses().delete(email);
    return new JsonObject().put("deleted", email);
  }

  private JsonObject revoke(JsonObject wanted) {
    StrictJson.names(wanted, Set.of("username", "token", "keys"));
    if (wanted.containsKey("username")) {
      int ended = mock.revokeUser(text(wanted, "username"));
      return new JsonObject().put("sessions", ended);
    }
    if (wanted.containsKey("token")) {
      int ended = mock.revokeToken(text(wanted, "token")) ? 1 : 0;
      return new JsonObject().put("sessions", ended);
    }
    if (StrictJson.flag(wanted, "keys")) {
      mock.rotateKeys();
      return new JsonObject().put("keys", "rotated");
    }
    throw new IllegalArgumentException("revoke takes username, token, or keys: true");
  }

  private JsonObject change(JsonObject changes) {
    JsonObject settings = mock.settings().toJson();
    StrictJson.like(settings, changes, MockSettings.enums());
    settings.mergeIn(changes);
    return mock.configure(new MockSettings(settings)).settings().toJson();
  }

  private static JsonObject body(RoutingContext ctx) {
    try {
      JsonObject json = ctx.body().asJsonObject();
      if (json != null) {
        return json;
      }
    } catch (DecodeException | ClassCastException notAnObject) {
      // Answered below, as is a body that is missing.
    }
    throw new IllegalArgumentException("the body must be a JSON object");
  }
}
