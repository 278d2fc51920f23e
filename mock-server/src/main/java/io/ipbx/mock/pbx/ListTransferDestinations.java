package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.pbx.world.CallQueue;
import io.ipbx.mock.pbx.world.Line;
import io.ipbx.mock.pbx.world.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code GET /calls/transfer/destinations}: the extensions of people and of applications. */
record ListTransferDestinations(World world) implements Function<ApiRequest, Object> {

  @Override
  public JsonArray apply(ApiRequest request) {
    JsonArray destinations = new JsonArray();
    world.staff().lines().all().stream()
        .filter(Line::isExtension)
        .forEach(line -> destinations.add(destination(line)));
    return destinations;
  }

  private JsonObject destination(Line line) {
    Person owner = line.owner();
    return new JsonObject()
        .put("id", Integer.toString(line.id()))
        .put("name", owner == null ? line.ownerId() : owner.name())
        .put("extension", line.number())
        .put("ownerType", Numbers.ownerType(line))
        .put("properties", owner == null ? application(line) : person(owner));
  }

  private JsonObject application(Line line) {
    CallQueue queue = world.staff().queue(line.ownerId());
    return properties(line.ownerId(), line.application(), freeOf(queue)).putNull("status");
  }

  private int freeOf(@Nullable CallQueue queue) {
    return queue == null
        ? 0
        : (int) queue.members().stream().filter(member -> world.presence(member).isFree()).count();
  }

  private JsonObject person(Person person) {
    Presence presence = world.presence(person);
    JsonObject callCenter =
        new JsonObject()
            .put("agentState", presence.name())
            .put("isPaused", presence == Presence.PAUSED);
    return properties(person.id(), "", presence.isFree() ? 1 : 0)
        .put("status", new JsonObject().put("callCenter", person.isAgent() ? callCenter : null));
  }

  private static JsonObject properties(String id, String application, int freeAgents) {
    return new JsonObject()
        .put("id", id)
        .put("applicationType", application)
        .put("freeAgents", freeAgents);
  }
}
