package io.ipbx.mock.pbx;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A call as the history shows it. */
final class CallJson {

  private CallJson() {}

  static JsonObject of(PastCall call, ZoneId zone, boolean metadata) {
    JsonObject json =
        new JsonObject()
            .put("user_id", call.user().id())
            .put("line", Integer.valueOf(call.extension()))
            .put("calldate", at(call.start(), zone))
            .put("clid", "\"" + call.source() + "\" <" + call.source() + ">")
            .put("src", call.source())
            .put("dst", call.destination())
            .put("duration", call.duration())
            .put("billsec", call.talking())
            .put("disposition", call.disposition())
            .put("accountcode", "")
            .put("userfield", "")
            .put("filename", call.recording())
            .put("way", call.way())
            .put("trunk", call.way().equals("Loc") ? "" : "trunk-1")
            .put("hangupcause", call.isAnswered() ? "16" : "19")
            .put("uniqueid", call.linkedId())
            .put("linkedid", call.linkedId())
            .put("organization", "")
            .put("organizationPerson", "")
            .put("data", "")
            .put("sipcallid", call.linkedId() + "@example.com")
            .put("stamp", at(call.end(), zone))
            .putNull("cc_cb")
            .putNull("queue")
            .put("phoneNumber", call.outside())
            .put("user", new JsonObject().put("login", call.user().email()))
            .put("endTime", at(call.end(), zone))
            .put("userAnswered", call.isAnswered());
    return metadata ? json.putNull("note").put("categories", new JsonArray()) : json;
  }

  private static String at(Instant moment, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZone(zone));
  }
}
