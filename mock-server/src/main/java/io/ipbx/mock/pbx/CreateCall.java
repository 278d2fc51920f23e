package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.http.NotFoundException;
import io.ipbx.mock.pbx.live.Destination;
import io.ipbx.mock.pbx.live.Leg;
import io.ipbx.mock.pbx.world.CallQueue;
import io.ipbx.mock.pbx.world.Line;
import io.ipbx.mock.pbx.world.Parties;
import io.ipbx.mock.pbx.world.Person;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code POST /calls}: rings the phone of whoever calls, and then that of the called. */
record CreateCall(World world) implements Function<ApiRequest, Object> {

  private static final Set<Integer> ROUTES = Set.of(1, 2);

  @Override
  public JsonObject apply(ApiRequest request) {
    JsonObject order = request.bodyIfAny();
    String to = order.getString("to");
    if (to == null) {
      throw new IllegalArgumentException("to is missing: it takes the number to call");
    }
    Destination destination = Destination.of(world.staff(), "to", to);
    JsonObject application = order.getJsonObject("fromApplication");
    JsonObject user = order.getJsonObject("fromUser");
    if (application != null && user != null) {
      throw new IllegalArgumentException("fromUser and fromApplication: it takes one of them");
    }
    Parties parties =
        application == null
            ? ofUser(request, user, destination)
            : destination.from(applicationLine(request, application), null, null);
    Leg leg = world.live().start(parties, shown(order), application != null, world.now());
    return new JsonObject().put("callId", leg.callId()).put("channelId", leg.channelId());
  }

  private static String shown(JsonObject order) {
    String number = order.getString("callerId");
    String name = order.getString("callerIdName");
    return number == null && name == null
        ? ""
        : "\"" + (name == null ? number : name) + "\" <" + (number == null ? "" : number) + ">";
  }

  private Parties ofUser(ApiRequest request, @Nullable JsonObject user, Destination destination) {
    Person person = world.asker(request).acting(person(request, user));
    here(request, person, person.login());
    String queue = user == null ? null : user.getString("outgoingQueue");
    CallQueue booked = queue == null ? null : world.staff().queue(queue);
    if (queue != null && booked == null) {
      throw new NotFoundException("there is no queue '" + queue + "'");
    }
    return destination.from(person.extension(), person, booked);
  }

  private void here(ApiRequest request, @Nullable Person person, String who) {
    if (!world.asker(request).here().test(person)) {
      throw new NotFoundException(who + " is of another switchboard than " + request.text("pbxId"));
    }
  }

  private Person person(ApiRequest request, @Nullable JsonObject user) {
    if (user == null) {
      Person self = world.asker(request).self();
      if (self == null) {
        throw new IllegalArgumentException(
            "fromUser is missing: " + request.principal().email() + " is no user of a switchboard");
      }
      return self;
    }
    String value = user.getString("identityValue");
    return user.getString("identityType").equals("line")
        ? world.staff().byExtension(value)
        : world.staff().byLogin(value);
  }

  private String applicationLine(ApiRequest request, JsonObject application) {
    int id = application.getInteger("extenId");
    Line line = world.staff().lines().byId(Integer.toString(id));
    if (!line.isExtension() || line.owner() != null) {
      throw new NotFoundException("extenId " + id + " is no extension of an application");
    }
    here(request, null, "extenId " + id);
    int route = application.getInteger("outRouteId");
    if (!ROUTES.contains(route)) {
      throw new NotFoundException("there is no outRouteId " + route);
    }
    return line.number();
  }
}
