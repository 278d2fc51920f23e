package io.ipbx.load.scenario;

import io.vertx.core.json.JsonObject;
import java.time.Duration;

/** The rules by which scenarios let the auth server misbehave. */
final class Faults {

  private Faults() {}

  static JsonObject latency(Duration latency) {
    return rule(new JsonObject().put("type", "LATENCY").put("millis", latency.toMillis()));
  }

  static JsonObject unavailable() {
    return rule(new JsonObject().put("type", "STATUS").put("status", 503));
  }

  /** As long as it lasts, asks for that pause. */
  static JsonObject unavailable(Duration retryAfter) {
    return rule(
        new JsonObject()
            .put("type", "STATUS")
            .put("status", 503)
            .put("retryAfter", retryAfter.toSeconds()));
  }

  private static JsonObject rule(JsonObject effect) {
    return new JsonObject()
        .put("match", new JsonObject().put("endpoint", "token"))
        .put("effect", effect);
  }
}
