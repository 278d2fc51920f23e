package io.ipbx.mock.pbx;

import io.ipbx.mock.pbx.live.Recordings;
import io.ipbx.mock.pbx.world.CallHistory;
import io.ipbx.mock.pbx.world.CallQueue;
import io.ipbx.mock.pbx.world.Callback;
import io.ipbx.mock.pbx.world.Caller;
import io.ipbx.mock.pbx.world.PastCall;
import io.ipbx.mock.pbx.world.Person;
import io.ipbx.mock.pbx.world.QueueVisit;
import io.ipbx.mock.pbx.world.Remarks;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A call as the call centre sees it. */
record CallReport(CallHistory history, Recordings recordings, ZoneId zone) {

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  JsonObject of(PastCall call) {
    Person person = call.person();
    CallQueue queue = call.queue();
    Caller caller = call.parties().caller();
    JsonObject json =
        new JsonObject()
            .put("date", date(call.start()))
            .put("time", time(call.start()))
            .put("ivr", call.isFromQueue() ? "reception" : null)
            .put("queue", queue == null ? null : queue.name())
            .put("user", person == null ? null : person.login())
            .put("direction", call.way().shown())
            .put("answered", call.isAnswered());
    callback(json, call);
    json.put("cid", call.outside())
        .put("callId", call.callId())
        .put("org", caller == null ? null : caller.organization())
        .put("orgPerson", caller == null ? null : caller.person())
        .put("duration", call.duration())
        .put("wait", call.course().waiting())
        .put("ringing", call.course().ringing())
        .put("holdtime", 0);
    visit(json, call, call.visit());
    return json.put("customerRating", Remarks.rating(call))
        .put("customerSuccess", Remarks.rating(call) == null ? null : 1)
        .put("resolvedStatus", call.isAnswered() ? "resolved" : "open")
        .put("recording", recordings.isKept(call) ? call.recording() : null)
        .put("linkedid", call.callId());
  }

  private void callback(JsonObject json, PastCall call) {
    boolean missed = call.isFromQueue() && !call.isAnswered();
    PastCall back =
        call.callback().role() == Callback.Role.MISSED
            ? history.numbered(call.callback().number())
            : null;
    Person who = back == null ? null : back.person();
    json.put("cb", back == null ? null : back.disposition())
        .put("cbId", back == null ? null : back.callId())
        .put("cbWho", who == null ? null : who.login())
        .put("cbDate", back == null ? null : date(back.start()))
        .put("cbTime", back == null ? null : time(back.start()))
        .put("cbDiff", back == null ? null : Duration.between(call.end(), back.start()).toSeconds())
        .put("checked", missed ? back != null : null);
  }

  private static void visit(JsonObject json, PastCall call, @Nullable QueueVisit visit) {
    Person ringing = visit == null || call.isAnswered() ? call.person() : visit.passedBy();
    json.put("membersCount", visit == null ? null : visit.membersCount())
        .put("waitingCalls", visit == null ? null : visit.waitingCalls())
        .put("lastRinging", ringing == null ? null : ringing.login())
        .put("exit", visit == null ? null : call.isAnswered() ? "agent" : "abandon")
        .put("position", visit == null ? null : visit.position())
        .put("attempt", visit == null ? null : visit.attempt());
  }

  private String date(Instant moment) {
    return DATE.format(moment.atZone(zone));
  }

  private String time(Instant moment) {
    return TIME.format(moment.atZone(zone));
  }
}
