package io.ipbx.mock.impl;

import io.ipbx.mock.MockOptions;
import io.ipbx.mock.control.MockPart;
import io.ipbx.mock.pbx.World;
import io.ipbx.mock.state.Fields;
import io.ipbx.mock.state.StatePart;
import io.vertx.core.json.JsonObject;
import java.util.Set;

/**
 * The world as a part of the mock's state: what it is made from, which does not change while the
 * mock runs, and what was changed in it since. A world is put back only where it is made from the
 * same.
 */
record WorldState(MockOptions options, World world) implements StatePart {

  private static final String CHANGES = "changes";

  /** Options of the mock that the world is not made from. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "host",
          "port",
          "publicUrl",
          "tls",
          "eventLoops",
          "verbose",
          "settings",
          "accesses",
          "faults");

  @Override
  public MockPart part() {
    return MockPart.WORLD;
  }

  @Override
  public void reset() {
    world.reset();
  }

  @Override
  public Object snapshot() {
    return origin().put(CHANGES, world.snapshot());
  }

  private JsonObject origin() {
    JsonObject origin = options.toJson();
    ELSEWHERE.forEach(origin::remove);
    return origin;
  }

  @Override
  public Runnable read(Object json) {
    Fields read = Fields.of(part().key(), json);
    JsonObject given = read.json().copy();
    given.remove(CHANGES);
    if (!origin().equals(given)) {
      throw new IllegalArgumentException(
          "world is of " + given + ", and this mock was started with " + origin());
    }
    return world.read(read.object(CHANGES));
  }
}
