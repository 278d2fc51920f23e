package io.ipbx.mock.remote;

import static io.ipbx.mock.http.StrictJson.text;

import io.ipbx.mock.control.MockClock;
import io.ipbx.mock.http.Operation;
import io.ipbx.mock.http.StrictJson;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** {@code /__mock/clock}. */
record ClockResource(MockClock clock) {

  List<Operation> operations() {
    return List.of(
        ControlOperation.of("getClock", request -> shown()),
        ControlOperation.of("moveClock", request -> move(request.body())));
  }

  private JsonObject shown() {
    return new JsonObject().put("now", clock.now().toString()).put("frozen", clock.isFrozen());
  }

  private JsonObject move(JsonObject wanted) {
    StrictJson.names(wanted, Set.of("advance", "set", "freeze", "reset"));
    try {
      // All is read before anything is done, so that a mistake changes nothing.
      Instant to = wanted.containsKey("set") ? Instant.parse(text(wanted, "set")) : null;
      Duration by =
          wanted.containsKey("advance") ? Duration.parse(text(wanted, "advance")) : Duration.ZERO;
      boolean freeze = StrictJson.flag(wanted, "freeze");
      boolean reset = StrictJson.flag(wanted, "reset");
      check(to != null ? to : reset ? Instant.now() : clock.now(), by);
      if (reset) {
        clock.reset();
      }
      if (wanted.containsKey("freeze")) {
        freeze(freeze);
      }
      if (to != null) {
        clock.set(to);
      }
      clock.advance(by);
    } catch (DateTimeException | ArithmeticException unreadable) {
      throw new IllegalArgumentException(
          "advance takes a duration such as PT1H, set an instant such as 2026-03-02T08:00:00Z");
    }
    return shown();
  }

  /** Refuses a way that ends, or is, beyond what a clock can tell. */
  private static void check(Instant from, Duration by) {
    long unused = Math.addExact(from.toEpochMilli(), by.toMillis());
  }

  private void freeze(boolean freeze) {
    if (freeze) {
      clock.freeze();
    } else {
      clock.resume();
    }
  }
}
