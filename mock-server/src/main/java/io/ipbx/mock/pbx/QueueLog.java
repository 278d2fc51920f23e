package io.ipbx.mock.pbx;

import io.ipbx.mock.pbx.world.CallDay;
import io.ipbx.mock.pbx.world.CallHistory;
import io.ipbx.mock.pbx.world.CallQueue;
import io.ipbx.mock.pbx.world.PastCall;
import io.ipbx.mock.pbx.world.Person;
import io.ipbx.mock.pbx.world.QueueVisit;
import io.ipbx.mock.pbx.world.Shift;
import io.ipbx.mock.pbx.world.Staff;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the queues noted of their members, day by day. */
record QueueLog(Staff staff, CallHistory history) {

  /** The events of a day in order of time. */
  Stream<AgentEvent> of(CallDay day) {
    List<AgentEvent> events = new ArrayList<>();
    Instant midnight = day.midnight();
    for (Person agent : staff.agents()) {
      Shift shift = staff.shift(agent, day.date());
      for (CallQueue queue : staff.queuesOf(agent)) {
        shift(events, midnight, shift, queue, agent);
      }
    }
    history
        .between(day.first(), day.end())
        .filter(call -> call.isFromQueue() && call.isAnswered())
        .forEach(call -> completed(events, call));
    return events.stream().sorted(Comparator.comparing(AgentEvent::moment));
  }

  private static void shift(
      List<AgentEvent> events, Instant midnight, Shift shift, CallQueue queue, Person agent) {
    JsonObject nothing = new JsonObject();
    Instant from = midnight.plusSeconds(shift.from());
    if (shift.to() > shift.from()) {
      events.add(new AgentEvent(from, queue, agent, "ADDMEMBER", nothing));
      Instant to = midnight.plusSeconds(shift.to());
      events.add(new AgentEvent(to, queue, agent, "REMOVEMEMBER", nothing));
    }
    for (Shift.Pause pause : shift.pauses()) {
      JsonObject reason = new JsonObject().put("reason", pause.reason().shown());
      Instant begin = midnight.plusSeconds(pause.from());
      events.add(new AgentEvent(begin, queue, agent, "PAUSE", reason));
      Instant end = midnight.plusSeconds(pause.to());
      events.add(new AgentEvent(end, queue, agent, "UNPAUSE", reason));
    }
  }

  /** The numbers of calls tell which side hung up. */
  private static void completed(List<AgentEvent> events, PastCall call) {
    Person agent = call.person();
    CallQueue queue = call.queue();
    QueueVisit visit = call.visit();
    if (agent != null && queue != null && visit != null) {
      JsonObject data =
          new JsonObject()
              .put("callId", call.callId())
              .put("holdtime", call.course().waiting())
              .put("talktime", call.talking())
              .put("position", visit.position());
      String kind = call.number() % 3 == 0 ? "COMPLETEAGENT" : "COMPLETECALLER";
      events.add(new AgentEvent(call.end(), queue, agent, kind, data));
    }
  }
}
