package io.ipbx.mock.pbx;

import com.fasterxml.jackson.core.JsonGenerator;
import io.ipbx.mock.pbx.live.Recordings;
import io.ipbx.mock.pbx.world.Callback;
import io.ipbx.mock.pbx.world.Caller;
import io.ipbx.mock.pbx.world.PastCall;
import io.ipbx.mock.pbx.world.Person;
import io.ipbx.mock.pbx.world.Remarks;
import io.ipbx.mock.pbx.world.Way;
import java.io.IOException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Calls as the history shows them. Written field by field, because a page has thousands of them; a
 * text that is null is written as null.
 *
 * @param metadata whether note and categories are asked for
 */
record CallJson(JsonGenerator out, Recordings recordings, ZoneId zone, boolean metadata) {

  void write(PastCall call) throws IOException {
    Person person = call.person();
    Caller caller = call.parties().caller();
    String id = call.uniqueId();
    String end = Moments.text(call.end(), zone);
    out.writeStartObject();
    text(CallField.USER_ID, person == null ? null : person.id());
    number(CallField.LINE, Integer.parseInt(call.extension()));
    text(CallField.CALLDATE, Moments.text(call.start(), zone));
    text(CallField.CLID, clid(call, caller));
    text(CallField.SRC, call.source());
    text(CallField.DST, call.destination());
    number(CallField.DURATION, call.duration());
    number(CallField.BILLSEC, call.talking());
    text(CallField.DISPOSITION, call.disposition());
    text(CallField.ACCOUNTCODE, "");
    text(CallField.USERFIELD, call.userfield());
    text(CallField.FILENAME, recordings.isKept(call) ? call.recording() : "");
    text(CallField.WAY, call.way().shown());
    text(CallField.TRUNK, trunk(call));
    text(CallField.HANGUPCAUSE, Integer.toString(call.course().disposition().cause()));
    text(CallField.UNIQUEID, id);
    text(CallField.LINKEDID, call.callId());
    text(CallField.ORGANIZATION, caller == null ? "" : caller.organization());
    text(CallField.ORGANIZATION_PERSON, caller == null ? "" : caller.person());
    text(CallField.DATA, "");
    text(CallField.SIPCALLID, id + "@example.com");
    text(CallField.STAMP, end);
    out.writeFieldName(CallField.CC_CB.shown);
    if (call.callback().role() == Callback.Role.CALLS_BACK) {
      out.writeNumber(1);
    } else {
      out.writeNull();
    }
    text(CallField.QUEUE, outgoingQueue(call));
    text(CallField.PHONE_NUMBER, call.outside());
    out.writeFieldName(CallField.USER.shown);
    if (person == null) {
      out.writeNull();
    } else {
      out.writeStartObject();
      text(CallField.LOGIN, person.login());
      out.writeEndObject();
    }
    text(CallField.END_TIME, end);
    out.writeFieldName(CallField.USER_ANSWERED.shown);
    out.writeBoolean(call.isAnswered());
    if (metadata) {
      text(CallField.NOTE, Remarks.note(call));
      out.writeFieldName(CallField.CATEGORIES.shown);
      out.writeStartArray();
      for (String category : Remarks.names(call)) {
        out.writeString(category);
      }
      out.writeEndArray();
    }
    out.writeEndObject();
  }

  private void text(CallField field, @Nullable String value) throws IOException {
    out.writeFieldName(field.shown);
    out.writeString(value);
  }

  private void number(CallField field, int value) throws IOException {
    out.writeFieldName(field.shown);
    out.writeNumber(value);
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
