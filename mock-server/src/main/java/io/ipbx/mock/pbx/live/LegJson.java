package io.ipbx.mock.pbx.live;

import io.ipbx.mock.http.NotFoundException;
import io.ipbx.mock.pbx.world.CallQueue;
import io.ipbx.mock.pbx.world.Parties;
import io.ipbx.mock.pbx.world.Person;
import io.ipbx.mock.pbx.world.Staff;
import io.ipbx.mock.pbx.world.Way;
import io.ipbx.mock.state.Fields;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Calls as a snapshot has them. */
record LegJson(Staff staff) {

  private static final String INSTANT = "an instant such as 2026-03-02T08:00:00Z";

  JsonArray legs(List<Leg> legs) {
    JsonArray all = new JsonArray();
    legs.forEach(leg -> all.add(of(leg)));
    return all;
  }

  private static JsonObject of(Leg leg) {
    Parties parties = leg.parties();
    Person person = parties.person();
    CallQueue queue = parties.queue();
    return new JsonObject()
        .put("number", leg.number())
        .put("callId", leg.callId())
        .put("way", parties.way().name())
        .put("source", parties.source())
        .put("destination", parties.destination())
        .put("line", parties.line())
        .put("person", person == null ? null : person.login())
        .put("queue", queue == null ? null : queue.name())
        .put("received", leg.isReceived())
        .put("created", leg.timing().created().toString())
        .put("pickedUp", leg.timing().pickedUp().toString())
        .put("answered", leg.timing().answered().toString())
        .put("ends", leg.timing().ends().toString())
        .put("shown", leg.shown())
        .put("userfield", leg.userfield())
        .put("consultation", of(leg.consultation()));
  }

  private static @Nullable JsonObject of(@Nullable Consultation present) {
    return present == null
        ? null
        : new JsonObject()
            .put("number", present.number())
            .put("by", present.by().login())
            .put("to", present.to().number())
            .put("begun", present.begun().toString())
            .put("answered", present.answered().toString())
            .put("completes", present.completes().toString())
            .put("userfield", present.userfield());
  }

  JsonArray monitors(List<Monitor> monitors) {
    JsonArray all = new JsonArray();
    monitors.forEach(monitor -> all.add(of(monitor)));
    return all;
  }

  private static JsonObject of(Monitor monitor) {
    return new JsonObject()
        .put("number", monitor.number())
        .put("legNumber", monitor.legNumber())
        .put("line", monitor.line())
        .put("who", monitor.who().login())
        .put("since", monitor.since().toString());
  }

  Leg leg(String where, Object json) {
    Fields leg = Fields.of(where, json);
    String login = leg.textOrNull("person");
    String queue = leg.textOrNull("queue");
    Parties parties =
        new Parties(
            leg.parsed("way", "LOC, IN or OUT", Way::valueOf),
            leg.text("source"),
            leg.text("destination"),
            leg.text("line"),
            login == null ? null : person(leg, "person"),
            null,
            queue == null ? null : queue(leg, queue));
    return new Leg(
        (int) leg.number("number"),
        leg.text("callId"),
        parties,
        leg.flag("received"),
        new Timing(
            instant(leg, "created"),
            instant(leg, "pickedUp"),
            instant(leg, "answered"),
            instant(leg, "ends")),
        leg.text("shown"),
        leg.text("userfield"),
        leg.value("consultation") == null ? null : consultation(leg.object("consultation")));
  }

  private Consultation consultation(Fields present) {
    return new Consultation(
        (int) present.number("number"),
        person(present, "by"),
        known(present, "to", to -> Destination.of(staff, "to", to)),
        instant(present, "begun"),
        instant(present, "answered"),
        instant(present, "completes"),
        present.text("userfield"));
  }

  Monitor monitor(String where, Object json) {
    Fields monitor = Fields.of(where, json);
    return new Monitor(
        (int) monitor.number("number"),
        (int) monitor.number("legNumber"),
        monitor.text("line"),
        person(monitor, "who"),
        instant(monitor, "since"));
  }

  private Person person(Fields fields, String name) {
    return known(fields, name, staff::byLogin);
  }

  private CallQueue queue(Fields fields, String name) {
    CallQueue queue = staff.queue(name);
    if (queue == null) {
      throw new IllegalArgumentException(fields.at("queue") + ": there is no queue '" + name + "'");
    }
    return queue;
  }

  /** What {@code reading} finds, when it is of this world. */
  private static <T> T known(Fields fields, String name, Function<String, T> reading) {
    try {
      return reading.apply(fields.text(name));
    } catch (NotFoundException unknown) {
      throw new IllegalArgumentException(fields.at(name) + ": " + unknown.getMessage(), unknown);
    }
  }

  private static Instant instant(Fields fields, String name) {
    return fields.parsed(name, INSTANT, Instant::parse);
  }
}
