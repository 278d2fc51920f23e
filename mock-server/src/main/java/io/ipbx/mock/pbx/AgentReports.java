package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.pbx.world.BusinessDays;
import io.ipbx.mock.pbx.world.CallHistory;
import io.ipbx.mock.pbx.world.CallQueue;
import io.ipbx.mock.pbx.world.Person;
import io.ipbx.mock.pbx.world.Shift;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /reports/agents/activity-durations} and {@code GET /reports/agents/daily-stats}: what
 * each agent did, added up from the same calls that the history has.
 */
record AgentReports(World world) {

  JsonArray durations(ApiRequest request) {
    ZoneId zone = request.zone(BusinessDays.ZONE);
    OneOf agents = OneOf.of(request, "agents");
    JsonArray report = new JsonArray();
    tallies(Period.of(request, zone, world), agent -> agents.matches(agent.login()))
        .forEach(tally -> report.add(duration(tally, zone)));
    return report;
  }

  JsonArray daily(ApiRequest request) {
    OneOf agents = OneOf.of(request, "agents");
    OneOf ids = OneOf.of(request, "usersId");
    Period today = Period.today(world);
    JsonArray report = new JsonArray();
    tallies(today, agent -> agents.matches(agent.login()) && ids.matches(agent.id()))
        .forEach(tally -> report.add(day(tally, today)));
    return report;
  }

  private List<AgentTally> tallies(Period period, Predicate<Person> wanted) {
    CallHistory history = world.history();
    List<AgentTally> tallies =
        world.staff().agents().stream()
            .filter(wanted)
            .map(agent -> new AgentTally(agent, period))
            .toList();
    Places.fromDayOf(period, history)
        .eachDay(history, day -> tallies.forEach(t -> t.add(shift(t, day.date()), day.midnight())));
    history
        .between(period.from(), period.to())
        .forEach(call -> tallies.forEach(tally -> tally.add(call)));
    return tallies;
  }

  private Shift shift(AgentTally tally, LocalDate date) {
    return world.staff().shift(tally.agent(), date);
  }

  private JsonObject duration(AgentTally tally, ZoneId zone) {
    Person agent = tally.agent();
    Presence presence = world.presence(agent);
    boolean present = presence != Presence.LOGGED_OUT;
    boolean paused = presence == Presence.PAUSED;
    JsonArray queues = new JsonArray();
    world.staff().queuesOf(agent).stream().map(CallQueue::name).forEach(queues::add);
    JsonObject json =
        new JsonObject()
            .put("id", agent.pbxId())
            .put("loggedIn", present ? queues : new JsonArray())
            .put("pausedIn", paused ? queues : new JsonArray())
            .put("isDynamic", true)
            .put("wasOncePaused", tally.pauses() > 0)
            .put("wasOnceLogged", tally.login() > 0)
            .put("pendingCallStartTime", presence == Presence.BUSY);
    LocalDate date = BusinessDays.dateOf(world.now());
    Shift shift = world.staff().shift(agent, date);
    if (present && shift.to() > shift.from()) {
      json.put("logonStartTime", text(date, shift.from(), zone));
    }
    Shift.Pause pause = paused ? shift.pauseAt(world.secondOfDay()) : null;
    if (pause != null) {
      json.put("pauseStartTime", text(date, pause.from(), zone));
    }
    return json.put(
        "durations",
        new JsonObject()
            .put("incomingCalls", tally.incoming())
            .put("outgoingCalls", tally.outgoing())
            .put("pauses", tally.pauses())
            .put("login", tally.login())
            .put("idle", tally.idle()));
  }

  private static String text(LocalDate date, int second, ZoneId zone) {
    return Moments.text(BusinessDays.midnight(date).plusSeconds(second), zone);
  }

  private JsonObject day(AgentTally tally, Period today) {
    return new JsonObject()
        .put("agent", tally.agent().login())
        .put("userId", tally.agent().id())
        .put("callsTaken", tally.taken())
        .put("outgoingCallsAnswered", tally.outgoingAnswered())
        .put("outgoingCallsUnanswered", tally.outgoingUnanswered())
        .put("cbCalls", tally.callbacks())
        .put("talkTime", tally.incoming() + tally.outgoing())
        .put("logonTime", logon(tally, today))
        .put("ringNoAnswer", tally.passedBy())
        .put("billPauseTime", tally.billedPauses())
        .put("nonBillPauseTime", tally.otherPauses());
  }

  private @Nullable String logon(AgentTally tally, Period today) {
    LocalDate date = BusinessDays.dateOf(today.from());
    return tally.login() == 0 ? null : text(date, shift(tally, date).from(), BusinessDays.ZONE);
  }
}
