package io.ipbx.mock.impl;

import io.ipbx.mock.MockIpbx;
import io.ipbx.mock.MockSettings;
import io.ipbx.mock.control.MockPart;
import io.ipbx.mock.http.StrictJson;
import io.ipbx.mock.state.Fields;
import io.ipbx.mock.state.StatePart;
import io.vertx.core.json.JsonObject;

/** The settings as a part of the mock's state. */
record SettingsState(MockIpbx mock, MockSettings initial) implements StatePart {

  @Override
  public MockPart part() {
    return MockPart.SETTINGS;
  }

  @Override
  public void reset() {
    mock.configure(initial);
  }

  @Override
  public Object snapshot() {
    return mock.settings().toJson();
  }

  @Override
  public Runnable read(Object json) {
    JsonObject given = Fields.of(part().key(), json).json();
    JsonObject settings = mock.settings().toJson();
    StrictJson.like(settings, given, MockSettings.enums());
    MockSettings wanted = new MockSettings(settings.mergeIn(given)).validate();
    return () -> mock.configure(wanted);
  }
}
