package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.http.Operation;
import io.ipbx.mock.pbx.world.Line;
import io.ipbx.mock.pbx.world.Lines;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** {@code /numbers}: the numbers of the house and the lines of its people. */
record Numbers(World world) {

  List<Operation> operations() {
    return List.of(
        Operation.atOnce("listNumbers", this::list), Operation.atOnce("getNumber", this::get));
  }

  private JsonArray list(ApiRequest request) {
    int switchboard = world.asker(request).switchboard().id();
    String type = request.text("type");
    String ownerType = request.text("ownerType");
    JsonArray numbers = new JsonArray();
    world.staff().lines().all().stream()
        .filter(line -> world.switchboardOf(line.owner()) == switchboard)
        .filter(line -> type == null || line.kind().equals(type))
        .filter(line -> ownerType == null || ownerType(line).equals(ownerType))
        .forEach(line -> numbers.add(number(line)));
    return numbers;
  }

  static String ownerType(Line line) {
    return line.owner() == null ? "application" : "user";
  }

  private JsonObject get(ApiRequest request) {
    String id = request.pathText("numberId");
    Line line = world.staff().lines().byId(id);
    if (!world.asker(request).here().test(line.owner())) {
      throw Lines.unknown(id);
    }
    return number(line);
  }

  private static JsonObject number(Line line) {
    return new JsonObject()
        .put("number", line.number())
        .put("ownerId", line.ownerId())
        .put("id", Integer.toString(line.id()))
        .put("ownerType", ownerType(line))
        .put("applicationType", line.application())
        .put("type", line.kind())
        .put("priority", line.priority())
        .put("numplan", new JsonObject().put("id", 1).put("name", "default"));
  }
}
