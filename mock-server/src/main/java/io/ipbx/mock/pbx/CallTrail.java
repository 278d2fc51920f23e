package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.pbx.live.Leg;
import io.ipbx.mock.pbx.world.BusinessDays;
import io.ipbx.mock.pbx.world.CallQueue;
import io.ipbx.mock.pbx.world.PastCall;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code GET /calls/{callId}/detail}: what happened in a call, in the words of Asterisk's CEL. */
record CallTrail(World world) implements Function<ApiRequest, Object> {

  @Override
  public JsonArray apply(ApiRequest request) {
    ZoneId zone = request.zone(BusinessDays.ZONE);
    String callId = request.pathText("callId");
    List<PastCall> legs = world.asker(request).legs(callId);
    List<Leg> going = world.asker(request).going(callId);
    Trail trail = new Trail(new JsonArray(), zone);
    legs.forEach(trail::leg);
    going.forEach(leg -> trail.begun(leg.until(world.now())));
    if (going.isEmpty()) {
      trail.add("LINKEDID_END", legs.get(legs.size() - 1).end(), null, null);
    }
    return trail.events();
  }

  private record Trail(JsonArray events, ZoneId zone) {

    void leg(PastCall leg) {
      begun(leg);
      if (leg.isAnswered()) {
        add("BRIDGE_EXIT", leg.end(), leg.source(), leg.extension());
      }
      add("HANGUP", leg.end(), leg.source(), leg.destination());
      add("CHAN_END", leg.end(), leg.source(), leg.destination());
    }

    /** What has happened in a leg before its end. */
    void begun(PastCall leg) {
      String source = leg.source();
      String line = leg.extension();
      CallQueue queue = leg.queue();
      add("CHAN_START", leg.start(), source, leg.destination());
      if (leg.isFromQueue() && queue != null) {
        add("APP_START", leg.start(), source, queue.extension());
      }
      if (leg.isAnswered()) {
        add("ANSWER", leg.answered(), source, line);
        add("BRIDGE_ENTER", leg.answered(), source, line);
      }
    }

    void add(String type, Instant moment, @Nullable String source, @Nullable String destination) {
      events.add(
          new JsonObject()
              .put("eventtype", type)
              .put("eventtime", Moments.text(moment, zone))
              .put("src", source)
              .put("dst", destination));
    }
  }
}
