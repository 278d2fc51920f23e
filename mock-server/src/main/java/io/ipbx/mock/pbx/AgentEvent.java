package io.ipbx.mock.pbx;

import io.ipbx.mock.pbx.world.CallQueue;
import io.ipbx.mock.pbx.world.Person;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a queue noted of a member.
 *
 * @param kind in the words of Asterisk's queue log
 */
record AgentEvent(Instant moment, CallQueue queue, Person agent, String kind, JsonObject data) {

  JsonObject json(ZoneId zone) {
    return new JsonObject()
        .put("time", Moments.text(moment, zone))
        .put("queue", queue.name())
        .put("agent", agent.login())
        .put("event", kind)
        .put("data", data);
  }
}
