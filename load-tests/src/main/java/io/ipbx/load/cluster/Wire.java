package io.ipbx.load.cluster;

import io.vertx.core.json.JsonObject;
import java.time.Duration;

/**
 * What leader and agents say to each other: messages on Vert.x' event bus, each a JSON object with
 * a version. Orders go to an agent's own address and are answered; what an agent has to tell goes
 * to its leader's.
 */
final class Wire {

  /** Where a leader asks who is there. */
  static final String ROLL_CALL = "ipbx.load.roll-call";

  /** Changes when leaders and agents of two versions cannot work together. */
  static final int VERSION = 1;

  /** How often an agent gives a sign of life. */
  static final Duration BEAT = Duration.ofMillis(100);

  private static final String VERSION_KEY = "v";

  private Wire() {}

  static JsonObject message() {
    return new JsonObject().put(VERSION_KEY, VERSION);
  }

  static JsonObject message(String what) {
    return message().put("do", what);
  }

  static int version(JsonObject message) {
    return message.getInteger(VERSION_KEY, 0);
  }
}
