package io.ipbx.mock.pbx.live;

import io.ipbx.mock.http.NotFoundException;
import io.ipbx.mock.pbx.world.CallHistory;
import io.ipbx.mock.pbx.world.Parties;
import io.ipbx.mock.pbx.world.Person;
import io.ipbx.mock.pbx.world.Staff;
import io.ipbx.mock.state.Fields;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The calls that were started since the mock was, and what is done to them. Safe for use by any
 * thread.
 */
public final class LiveCalls {

  private final Staff staff;
  private final Legs legs;
  private final Monitors monitors = new Monitors();

  /**
   * No calls yet.
   *
   * @param past the calls that there were before
   */
  public LiveCalls(Staff staff, long seed, CallHistory past) {
    this.staff = staff;
    this.legs = new Legs(seed, past);
  }

  /** Calls begin and end with the second. */
  private Instant settled(Instant time) {
    Instant now = time.truncatedTo(ChronoUnit.SECONDS);
    if (legs.settle(now)) {
      monitors.keepThoseOf(legs.going());
    }
    return now;
  }

  /**
   * Starts a call; where too many go on already, the oldest of them ends.
   *
   * @param shown what the called side is shown; empty for the calling number
   * @param isUp whether nobody has to take a phone first
   */
  public synchronized Leg start(Parties parties, String shown, boolean isUp, Instant time) {
    Leg leg = legs.place(parties, shown, isUp, settled(time));
    monitors.keepThoseOf(legs.going());
    return leg;
  }

  /** The legs that go on. */
  public synchronized List<Leg> going(Instant time) {
    settled(time);
    return List.copyOf(legs.going());
  }

  /** All channels that are open, those that listen among them. */
  public synchronized List<Channel> channels(Instant time) {
    Instant now = settled(time);
    return Stream.concat(
            legs.going().stream().flatMap(leg -> leg.channels(now).stream()), monitors.channels())
        .toList();
  }

  /** The calls that are over. */
  public synchronized CallHistory history(Instant time) {
    settled(time);
    return legs.history();
  }

  /** Ends the legs that are {@code meant}; whether there were any. */
  public synchronized boolean hangUp(Predicate<Leg> meant, Instant time) {
    Instant now = settled(time);
    List<Leg> ended = legs.going().stream().filter(meant).toList();
    legs.end(ended, now);
    monitors.keepThoseOf(legs.going());
    return !ended.isEmpty();
  }

  /**
   * Ends what has that call: legs, or who only listens.
   *
   * @param only whose calls alone are meant; null for those of all
   * @return whether there was such a call
   */
  public synchronized boolean hangUpCall(String callId, @Nullable Person only, Instant time) {
    boolean listened = monitors.end(monitor -> monitor.callId().equals(callId), only);
    return hangUp(leg -> leg.callId().equals(callId) && leg.isOf(only), time) || listened;
  }

  /**
   * Ends what has that channel: a leg, or only who listens, or an attended transfer.
   *
   * @param only whose calls alone are meant; null for those of all
   * @return whether there was such a channel
   */
  public synchronized boolean hangUpChannel(String channelId, @Nullable Person only, Instant time) {
    Instant now = settled(time);
    if (monitors.end(monitor -> monitor.channelId().equals(channelId), only)) {
      return true;
    }
    Leg leg = withChannel(channelId, now);
    if (leg == null || !leg.isOf(only)) {
      return false;
    }
    if (channelId.equals(leg.consultationChannel())) {
      legs.change(leg, null);
      return true;
    }
    return hangUp(leg::equals, now);
  }

  private @Nullable Leg withChannel(String channelId, Instant now) {
    return legs.going().stream()
        .filter(leg -> leg.channels(now).stream().anyMatch(c -> c.channelId().equals(channelId)))
        .findFirst()
        .orElse(null);
  }

  /** Sends the other side of the person's call to {@code to}, at once or after a talk. */
  public synchronized void transfer(
      Person person, Destination to, boolean isAttended, String userfield, Instant time) {
    Instant now = settled(time);
    Leg leg = latest(person, each -> each.timing().isAnswered(now));
    if (leg == null) {
      throw new NotFoundException(person.login() + " has no call that is answered");
    }
    if (isAttended) {
      legs.consult(leg, person, to, now, userfield);
    } else {
      legs.send(leg, person, to, now, userfield);
      monitors.keepThoseOf(legs.going());
    }
  }

  /** Calls the attended transfer off that the person has begun. */
  public synchronized void cancelTransfer(Person person, Instant time) {
    settled(time);
    Leg leg = latest(person, each -> each.isTransferredBy(person));
    if (leg == null) {
      throw new NotFoundException(person.login() + " has no transfer in progress");
    }
    legs.change(leg, null);
  }

  private @Nullable Leg latest(Person person, Predicate<Leg> right) {
    return legs.going().stream()
        .filter(leg -> leg.involves(person))
        .filter(right)
        .max(Comparator.comparing(Leg::number))
        .orElse(null);
  }

  /** Lets {@code who} listen to a channel. */
  public synchronized Monitor monitor(String channelId, Person who, Instant time) {
    Instant now = settled(time);
    Leg heard = withChannel(channelId, now);
    if (heard == null) {
      throw new NotFoundException("there is no channel '" + channelId + "'");
    }
    int number = legs.take(Monitor.NUMBERS);
    Monitor monitor = new Monitor(number, heard.number(), heard.parties().line(), who, now);
    monitors.add(monitor);
    return monitor;
  }

  public synchronized void reset() {
    legs.reset();
    monitors.replace(List.of());
  }

  /** All calls, for {@link #read}. */
  public synchronized JsonObject snapshot() {
    LegJson json = new LegJson(staff);
    return new JsonObject()
        .put("nextNumber", legs.nextNumber())
        .put("going", json.legs(legs.going()))
        .put("over", json.legs(legs.over()))
        .put("monitors", json.monitors(monitors.all()));
  }

  /** Puts back what {@link #snapshot} wrote, once it is run. */
  public Runnable read(Fields snapshot) {
    LegJson json = new LegJson(staff);
    int number = legs.checked(snapshot.at("nextNumber"), snapshot.number("nextNumber"));
    List<Leg> going = snapshot.list("going", json::leg);
    List<Leg> over = snapshot.list("over", json::leg);
    List<Monitor> listening = snapshot.list("monitors", json::monitor);
    return () -> put(number, going, over, listening);
  }

  private synchronized void put(
      int number, List<Leg> going, List<Leg> over, List<Monitor> listening) {
    legs.put(number, going, over);
    monitors.replace(listening);
  }
}
