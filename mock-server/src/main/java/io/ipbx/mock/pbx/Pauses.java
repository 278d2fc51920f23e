package io.ipbx.mock.pbx;

import io.ipbx.mock.http.Operation;
import io.ipbx.mock.pbx.world.PauseReason;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** {@code /pauses}: the reasons that agents can choose. */
final class Pauses {

  List<Operation> operations() {
    return List.of(Operation.atOnce("listPauses", request -> list()));
  }

  private static JsonArray list() {
    JsonArray reasons = new JsonArray();
    for (PauseReason reason : PauseReason.values()) {
      reasons.add(json(reason));
    }
    return reasons;
  }

  private static JsonObject json(PauseReason reason) {
    return new JsonObject()
        .put("id", reason.id())
        .put("name", reason.shown())
        .put("billable", reason.isBillable())
        .put("description", reason.description());
  }
}
