package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.http.Operation;
import io.ipbx.mock.pbx.world.CallQueue;
import io.ipbx.mock.pbx.world.Lines;
import io.ipbx.mock.pbx.world.Person;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** {@code /members}: who serves the call centre. */
record Members(World world) {

  List<Operation> operations() {
    return List.of(Operation.atOnce("listMembers", this::list));
  }

  private JsonArray list(ApiRequest request) {
    String login = request.text("login");
    String userId = request.text("userId");
    JsonArray members = new JsonArray();
    world.staff().agents().stream()
        .filter(person -> login == null || person.login().equalsIgnoreCase(login))
        .filter(person -> userId == null || person.id().equals(userId))
        .forEach(person -> members.add(member(person)));
    return members;
  }

  private JsonObject member(Person person) {
    JsonArray queues = new JsonArray();
    world.staff().queuesOf(person).forEach(queue -> queues.add(queue(queue)));
    return new JsonObject()
        .put("userId", person.id())
        .put("pbxUserId", person.pbxId())
        .put("firstName", person.user().firstName())
        .put("lastName", person.user().lastName())
        .put("login", person.login())
        .put(
            "exten",
            new JsonObject().put("id", Lines.idOf(person)).put("number", person.extension()))
        .put("queues", queues)
        .put(
            "skillsGroup",
            new JsonObject().put("id", person.skills().id()).put("name", person.skills().shown()));
  }

  private static JsonObject queue(CallQueue queue) {
    return new JsonObject()
        .put("id", queue.id())
        .put("name", queue.name())
        .put("callerId", queue.number());
  }
}
