package io.ipbx.mock.impl;

import io.ipbx.mock.MockOptions;
import io.ipbx.mock.control.MockPart;
import io.ipbx.mock.state.Fields;
import io.ipbx.mock.state.StatePart;
import io.vertx.core.json.JsonObject;
import java.util.Set;

/**
 * The world as a part of the mock's state: what it is made from, which does not change while the
 * mock runs. So there is nothing to reset, and a world is put back only where it is the same.
 */
record WorldState(MockOptions options) implements StatePart {

  /** Options of the mock that the world is not made from. */
  private static final Set<String> ELSEWHERE =
      Set.of("host", "port", "tls", "eventLoops", "verbose", "settings", "accesses", "faults");

  @Override
  public MockPart part() {
    return MockPart.WORLD;
  }

  @Override
  public void reset() {
    // It is as it was.
  }

  @Override
  public Object snapshot() {
    JsonObject world = options.toJson();
    ELSEWHERE.forEach(world::remove);
    return world;
  }

  @Override
  public Runnable read(Object json) {
    JsonObject given = Fields.of(part().key(), json).json();
    Object mine = snapshot();
    if (!mine.equals(given)) {
      throw new IllegalArgumentException(
          "world is of " + given + ", and this mock was started with " + mine);
    }
    return () -> {};
  }
}
