package io.ipbx.mock.pbx;

import io.ipbx.mock.pbx.live.Recordings;
import io.ipbx.mock.pbx.world.Callback;
import io.ipbx.mock.pbx.world.Caller;
import io.ipbx.mock.pbx.world.PastCall;
import io.ipbx.mock.pbx.world.Person;
import io.ipbx.mock.pbx.world.Remarks;
import io.ipbx.mock.pbx.world.Way;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A call as the history shows it.
 *
 * @param metadata whether note and categories are asked for
 */
record CallJson(Recordings recordings, ZoneId zone, boolean metadata) {

  JsonObject of(PastCall call) {
    Person person = call.person();
    Caller caller = call.parties().caller();
    JsonObject json =
        new JsonObject()
            .put("user_id", person == null ? null : person.id())
            .put("line", Integer.valueOf(call.extension()))
            .put("calldate", Moments.text(call.start(), zone))
            .put("clid", clid(call, caller))
            .put("src", call.source())
            .put("dst", call.destination())
            .put("duration", call.duration())
            .put("billsec", call.talking())
            .put("disposition", call.disposition())
            .put("accountcode", "")
            .put("userfield", call.userfield())
            .put("filename", recordings.isKept(call) ? call.recording() : "")
            .put("way", call.way().shown())
            .put("trunk", trunk(call))
            .put("hangupcause", Integer.toString(call.course().disposition().cause()))
            .put("uniqueid", call.uniqueId())
            .put("linkedid", call.callId())
            .put("organization", caller == null ? "" : caller.organization())
            .put("organizationPerson", caller == null ? "" : caller.person())
            .put("data", "")
            .put("sipcallid", call.uniqueId() + "@example.com")
            .put("stamp", Moments.text(call.end(), zone))
            .put("cc_cb", call.callback().role() == Callback.Role.CALLS_BACK ? 1 : null)
            .put("queue", outgoingQueue(call))
            .put("phoneNumber", call.outside())
            .put("user", person == null ? null : new JsonObject().put("login", person.login()))
            .put("endTime", Moments.text(call.end(), zone))
            .put("userAnswered", call.isAnswered());
    return metadata
        ? json.put("note", Remarks.note(call)).put("categories", new JsonArray(Remarks.names(call)))
        : json;
  }

  static String trunk(PastCall call) {
    return call.way() == Way.LOC ? "" : "trunk-1";
  }

  private static String clid(PastCall call, @Nullable Caller caller) {
    if (!call.shown().isEmpty()) {
      return call.shown();
    }
    String known = call.way() == Way.IN && caller != null ? caller.person() : "";
    return "\"" + (known.isEmpty() ? call.source() : known) + "\" <" + call.source() + ">";
  }

  private static @Nullable String outgoingQueue(PastCall call) {
    return call.queue() == null || call.way() != Way.OUT ? null : call.queue().name();
  }
}
