package io.ipbx.mock.impl;

import io.ipbx.mock.control.MockPart;
import io.ipbx.mock.portal.Access;
import io.ipbx.mock.portal.Portal;
import io.ipbx.mock.state.Fields;
import io.ipbx.mock.state.StatePart;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The accesses as a part of the mock's state. */
record AccessState(Portal portal) implements StatePart {

  @Override
  public MockPart part() {
    return MockPart.ACCESSES;
  }

  @Override
  public void reset() {
    portal.reset();
  }

  @Override
  public Object snapshot() {
    JsonArray all = new JsonArray();
    portal.list().forEach(access -> all.add(shown(access)));
    return all;
  }

  private static JsonObject shown(Access access) {
    return new JsonObject()
        .put("email", access.email())
        .put("password", access.password())
        .put("switchboard", access.switchboard())
        .put("impersonation", access.impersonation())
        .put("enabled", access.enabled());
  }

  @Override
  public Runnable read(Object json) {
    List<Access> all = Fields.list(part().key(), json, this::access);
    return () -> portal.replace(all);
  }

  private Access access(String where, Object json) {
    Fields access = Fields.of(where, json);
    try {
      return portal.made(
          access.text("email"),
          access.text("password"),
          (int) access.number("switchboard"),
          access.flag("impersonation"),
          access.flag("enabled"));
    } catch (IllegalArgumentException wrong) {
      String said = String.valueOf(wrong.getMessage());
      throw new IllegalArgumentException(
          said.startsWith(where) ? said : where + ": " + said, wrong);
    }
  }
}
