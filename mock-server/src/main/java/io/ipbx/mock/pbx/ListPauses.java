package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.pbx.world.PauseReason;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.function.Function;

/** {@code GET /pauses}: the reasons that agents can choose. */
final class ListPauses implements Function<ApiRequest, Object> {

  @Override
  public JsonArray apply(ApiRequest request) {
    JsonArray reasons = new JsonArray();
    for (PauseReason reason : PauseReason.values()) {
      reasons.add(json(reason));
    }
    return reasons;
  }

  static JsonObject json(PauseReason reason) {
    return new JsonObject()
        .put("id", reason.id())
        .put("name", reason.shown())
        .put("billable", reason.isBillable())
        .put("description", reason.description());
  }
}
