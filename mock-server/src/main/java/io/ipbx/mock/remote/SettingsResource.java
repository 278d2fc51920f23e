package io.ipbx.mock.remote;

import io.ipbx.mock.MockIpbx;
import io.ipbx.mock.MockSettings;
import io.ipbx.mock.http.Operation;
import io.ipbx.mock.http.StrictJson;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** {@code /__mock/settings}. */
record SettingsResource(MockIpbx mock) {

  List<Operation> operations() {
    return List.of(
        ControlOperation.of("getSettings", request -> mock.settings().toJson()),
        ControlOperation.of("changeSettings", request -> change(request.body())));
  }

  /** One after the other, so that none is lost. */
  private synchronized JsonObject change(JsonObject changes) {
    JsonObject settings = mock.settings().toJson();
    StrictJson.like(settings, changes, MockSettings.enums());
    settings.mergeIn(changes);
    return mock.configure(new MockSettings(settings)).settings().toJson();
  }
}
