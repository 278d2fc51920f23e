package io.ipbx.mock.impl;

import io.ipbx.mock.control.MockClock;
import io.ipbx.mock.control.MockPart;
import io.ipbx.mock.state.Fields;
import io.ipbx.mock.state.StatePart;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** The clock as a part of the mock's state: put back, it shows what it showed. */
record ClockState(MockClock clock) implements StatePart {

  @Override
  public MockPart part() {
    return MockPart.CLOCK;
  }

  @Override
  public void reset() {
    clock.reset();
  }

  @Override
  public Object snapshot() {
    return new JsonObject().put("now", clock.now().toString()).put("frozen", clock.isFrozen());
  }

  @Override
  public Runnable read(Object json) {
    Fields read = Fields.of(part().key(), json);
    long now =
        read.parsed(
            "now",
            "an instant such as 2026-03-02T08:00:00Z",
            text -> Instant.parse(text).toEpochMilli());
    boolean frozen = read.flag("frozen");
    return () -> {
      clock.freeze().set(Instant.ofEpochMilli(now));
      if (!frozen) {
        clock.resume();
      }
    };
  }
}
