package io.ipbx.mock.impl;

import io.ipbx.mock.control.FaultRule;
import io.ipbx.mock.control.MockFaults;
import io.ipbx.mock.http.NotFoundException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The faults over HTTP: each is shown as it was given, with how often it has acted. */
record FaultRoutes(MockFaults faults) {

  JsonArray list() {
    JsonArray all = new JsonArray();
    faults.list().forEach(rule -> all.add(shown(rule)));
    return all;
  }

  JsonObject add(JsonObject wanted) {
    return shown(faults.add(new FaultRule(wanted)));
  }

  JsonObject get(String id) {
    FaultRule rule = faults.find(id);
    if (rule == null) {
      throw unknown(id);
    }
    return shown(rule);
  }

  JsonObject remove(String id) {
    if (!faults.remove(id)) {
      throw unknown(id);
    }
    return new JsonObject().put("deleted", id);
  }

  JsonObject clear() {
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
