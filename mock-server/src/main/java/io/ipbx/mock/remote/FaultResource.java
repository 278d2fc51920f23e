package io.ipbx.mock.remote;

import io.ipbx.mock.control.FaultRule;
import io.ipbx.mock.control.MockFaults;
import io.ipbx.mock.http.NotFoundException;
import io.ipbx.mock.http.Operation;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** {@code /__mock/faults}: each is shown as it was given, with how often it has acted. */
record FaultResource(MockFaults faults) {

  List<Operation> operations() {
    return List.of(
        ControlOperation.of("listFaults", request -> list()),
        ControlOperation.creating("addFault", request -> add(request.body())),
        ControlOperation.of("clearFaults", request -> clear()),
        ControlOperation.of("getFault", request -> get(request.pathText("id"))),
        ControlOperation.of("removeFault", request -> remove(request.pathText("id"))));
  }

  private JsonArray list() {
    JsonArray all = new JsonArray();
    faults.list().forEach(rule -> all.add(shown(rule)));
    return all;
  }

  private JsonObject add(JsonObject wanted) {
    return shown(faults.add(new FaultRule(wanted)));
  }

  private JsonObject get(String id) {
    FaultRule rule = faults.find(id);
    if (rule == null) {
      throw unknown(id);
    }
    return shown(rule);
  }

  private JsonObject remove(String id) {
    if (!faults.remove(id)) {
      throw unknown(id);
    }
    return new JsonObject().put("deleted", id);
  }

  private JsonObject clear() {
    int before = faults.list().size();
    faults.clear();
    return new JsonObject().put("deleted", before);
  }

  private JsonObject shown(FaultRule rule) {
    JsonObject json = rule.toJson();
    return json.put("acted", faults.acted(json.getString("id")));
  }

  private static NotFoundException unknown(String id) {
    return new NotFoundException("there is no fault '" + id + "'");
  }
}
