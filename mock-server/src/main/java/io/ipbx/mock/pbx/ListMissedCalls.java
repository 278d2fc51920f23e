package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.pbx.world.BusinessDays;
import io.ipbx.mock.pbx.world.CallQueue;
import io.ipbx.mock.pbx.world.Caller;
import io.ipbx.mock.pbx.world.PastCall;
import io.ipbx.mock.pbx.world.Person;
import io.ipbx.mock.pbx.world.Way;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /calls/missed}: whom the queues have lost today and nobody has spoken to since, one
 * entry for each caller.
 */
record ListMissedCalls(World world) implements Function<ApiRequest, Object> {

  @Override
  public JsonArray apply(ApiRequest request) {
    Period today = Period.today(world);
    Map<String, Lost> lost = new LinkedHashMap<>();
    world.history().between(today.from(), today.to()).forEach(call -> follow(lost, call));
    JsonArray missed = new JsonArray();
    lost.values().forEach(each -> missed.add(each.json()));
    return missed;
  }

  private static void follow(Map<String, Lost> lost, PastCall call) {
    String number = call.outside();
    if (call.isAnswered()) {
      lost.remove(number);
    } else if (call.isFromQueue()) {
      Lost before = lost.remove(number);
      lost.put(number, before == null ? new Lost(call, 1, 0, null) : before.again(call));
    } else if (call.way() == Way.OUT) {
      lost.computeIfPresent(number, (known, before) -> before.calledBack(call));
    }
  }

  /** A caller who was lost. */
  private record Lost(PastCall last, int attempts, int callsBack, @Nullable PastCall lastBack) {

    Lost again(PastCall call) {
      return new Lost(call, attempts + 1, callsBack, lastBack);
    }

    Lost calledBack(PastCall call) {
      return new Lost(last, attempts, callsBack + 1, call);
    }

    JsonObject json() {
      Person agent = lastBack == null ? null : lastBack.person();
      Instant changed = lastBack == null ? last.end() : lastBack.end();
      CallQueue queue = last.queue();
      Caller caller = last.parties().caller();
      return new JsonObject()
          .put("callId", last.callId())
          .put("agent", agent == null ? null : agent.login())
          .put("attempts", attempts)
          .put("outgoingAttempts", callsBack)
          .put("callerId", last.source())
          .put("callerIdentity", caller == null ? "" : caller.person())
          .put("calldate", Moments.text(last.start(), BusinessDays.ZONE))
          .put("holdTime", last.course().waiting())
          .putNull("ivrValue")
          .put("lastUpdate", Moments.text(changed, BusinessDays.ZONE))
          .put("queue", queue == null ? null : queue.name())
          .put("state", lastBack == null ? "noChange" : "inProgress");
    }
  }
}
