package io.ipbx.mock.pbx.live;

import io.ipbx.mock.http.NotFoundException;
import io.ipbx.mock.pbx.world.CallHistory;
import io.ipbx.mock.pbx.world.Parties;
import io.ipbx.mock.pbx.world.PastCall;
import io.ipbx.mock.pbx.world.Person;
import io.ipbx.mock.pbx.world.Staff;
import io.ipbx.mock.state.Fields;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The calls that were started since the mock was. What happens in them follows from the time at
 * which they are looked at, so that no timer runs and a clock that is moved by hand moves them.
 */
public final class LiveCalls {

  private final Staff staff;
  private final long seed;
  private final CallHistory past;
  private int nextNumber;
  private Instant nextDue = Instant.MAX;
  private CallHistory history;
  private List<Leg> going = new ArrayList<>();
  private List<Leg> over = new ArrayList<>();
  private List<Monitor> monitors = new ArrayList<>();

  /**
   * No calls yet.
   *
   * @param past the calls that there were before
   */
  public LiveCalls(Staff staff, long seed, CallHistory past) {
    this.staff = staff;
    this.seed = seed;
    this.past = past;
    this.history = past;
    this.nextNumber = past.size();
  }

  /**
   * Starts a call.
   *
   * @param shown what the called side is shown; empty for the calling number
   * @param isUp whether nobody has to take a phone first
   */
  public synchronized Leg start(Parties parties, String shown, boolean isUp, Instant time) {
    Instant now = second(time);
    settle(now);
    int number = take(Leg.NUMBERS);
    Instant pickedUp = isUp ? now : now.plusSeconds(Tempo.PICK_UP);
    Instant answered = pickedUp.plusSeconds(Tempo.ANSWER);
    Leg leg =
        new Leg(
            number,
            PastCall.idOf(now, number),
            parties,
            false,
            now,
            pickedUp,
            answered,
            answered.plusSeconds(Tempo.talk(seed, number)),
            shown,
            "",
            null);
    begin(leg);
    return leg;
  }

  private void begin(Leg leg) {
    going.add(leg);
    expect(leg);
  }

  private void change(Leg leg, @Nullable Consultation consultation) {
    Leg changed = leg.with(consultation);
    going.set(going.indexOf(leg), changed);
    expect(changed);
  }

  private void expect(Leg leg) {
    nextDue = leg.due().isBefore(nextDue) ? leg.due() : nextDue;
  }

  private void end(Leg leg, Instant moment) {
    Leg ended = leg.endedAt(moment);
    over.add(ended);
    history = history.plus(ended.past());
  }

  private int take(int numbers) {
    int number = nextNumber;
    nextNumber += numbers;
    return number;
  }

  private static Instant second(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }

  /** Lets happen what is due by now. */
  private void settle(Instant now) {
    if (nextDue.isAfter(now)) {
      return;
    }
    Deque<Leg> open = new ArrayDeque<>(going);
    going = new ArrayList<>();
    nextDue = Instant.MAX;
    for (Leg leg = open.poll(); leg != null; leg = open.poll()) {
      if (leg.due().isAfter(now)) {
        begin(leg);
        continue;
      }
      end(leg, leg.due());
      Consultation present = leg.consultation();
      if (present != null && leg.isPutThrough()) {
        open.add(onward(leg, present.to(), leg.due(), present.userfield()));
      }
    }
    forgetMonitors();
  }

  /** Who listened to what is over does so no longer. */
  private void forgetMonitors() {
    Set<Integer> heard = going.stream().map(Leg::number).collect(Collectors.toSet());
    monitors.removeIf(monitor -> !heard.contains(monitor.legNumber()));
  }

  /** The leg by which the other side of {@code leg} goes on to {@code to}. */
  private Leg onward(Leg leg, Destination to, Instant now, String userfield) {
    int number = take(Leg.NUMBERS);
    Instant answered = now.plusSeconds(Tempo.ANSWER);
    return new Leg(
        number,
        leg.callId(),
        to.onward(leg.parties(), leg.remote()),
        true,
        now,
        answered,
        answered,
        answered.plusSeconds(Tempo.talk(seed, number)),
        "",
        userfield,
        null);
  }

  /** The legs that go on. */
  public synchronized List<Leg> going(Instant now) {
    settle(second(now));
    return List.copyOf(going);
  }

  /** All channels that are open, those that listen among them. */
  public synchronized List<Channel> channels(Instant now) {
    settle(second(now));
    return Stream.concat(
            going.stream().flatMap(leg -> leg.channels(now).stream()),
            monitors.stream().map(Monitor::channel))
        .toList();
  }

  /** The calls that are over. */
  public synchronized CallHistory history(Instant now) {
    settle(second(now));
    return history;
  }

  /** Ends the legs that are {@code meant}; whether there were any. */
  public synchronized boolean hangUp(Predicate<Leg> meant, Instant time) {
    Instant now = second(time);
    settle(now);
    List<Leg> ended = going.stream().filter(meant).toList();
    going.removeAll(Set.copyOf(ended));
    ended.forEach(leg -> end(leg, now));
    forgetMonitors();
    return !ended.isEmpty();
  }

  /**
   * Ends what has that call: legs, or who only listens.
   *
   * @param only whose calls alone are meant; null for those of all
   * @return whether there was such a call
   */
  public synchronized boolean hangUpCall(String callId, @Nullable Person only, Instant time) {
    boolean heard = monitors.removeIf(each -> each.callId().equals(callId) && each.isOf(only));
    return hangUp(leg -> leg.callId().equals(callId) && leg.isOf(only), time) || heard;
  }

  /**
   * Ends what has that channel: a leg, or only who listens, or an attended transfer.
   *
   * @param only whose calls alone are meant; null for those of all
   * @return whether there was such a channel
   */
  public synchronized boolean hangUpChannel(String channelId, @Nullable Person only, Instant time) {
    settle(second(time));
    if (monitors.removeIf(each -> each.channelId().equals(channelId) && each.isOf(only))) {
      return true;
    }
    Leg leg =
        going.stream()
            .filter(each -> each.isOf(only))
            .filter(each -> has(each, channelId, time))
            .findFirst()
            .orElse(null);
    if (leg == null) {
      return false;
    }
    if (channelId.equals(leg.consultationChannel())) {
      change(leg, null);
      return true;
    }
    return hangUp(leg::equals, time);
  }

  private static boolean has(Leg leg, String channelId, Instant time) {
    return leg.channels(time).stream().anyMatch(open -> open.channelId().equals(channelId));
  }

  /** Sends the other side of the person's call to {@code to}, at once or after a talk. */
  public synchronized void transfer(
      Person person, Destination to, boolean isAttended, String userfield, Instant time) {
    Instant now = second(time);
    settle(now);
    Leg leg = latest(person, each -> each.isAnswered(now));
    if (leg == null) {
      throw new NotFoundException(person.login() + " has no call that is answered");
    }
    if (isAttended) {
      change(leg, Consultation.begin(take(1), to, now, userfield));
    } else {
      going.remove(leg);
      end(leg, now);
      begin(onward(leg, to, now, userfield));
      forgetMonitors();
    }
  }

  /** Calls the attended transfer off that the person has begun. */
  public synchronized void cancelTransfer(Person person, Instant time) {
    settle(second(time));
    Leg leg = latest(person, each -> each.consultation() != null);
    if (leg == null) {
      throw new NotFoundException(person.login() + " has no transfer in progress");
    }
    change(leg, null);
  }

  private @Nullable Leg latest(Person person, Predicate<Leg> right) {
    return going.stream()
        .filter(leg -> person.equals(leg.person()))
        .filter(right)
        .max(Comparator.comparing(Leg::number))
        .orElse(null);
  }

  /** Lets {@code who} listen to a channel. */
  public synchronized Monitor monitor(String channelId, Person who, Instant time) {
    Instant now = second(time);
    settle(now);
    Leg heard =
        going.stream()
            .filter(leg -> has(leg, channelId, time))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("there is no channel '" + channelId + "'"));
    Monitor monitor =
        new Monitor(take(Monitor.NUMBERS), heard.number(), heard.parties().line(), who, now);
    monitors.add(monitor);
    return monitor;
  }

  public synchronized void reset() {
    put(past.size(), List.of(), List.of(), List.of());
  }

  private synchronized void put(
      int number, List<Leg> goingOn, List<Leg> ended, List<Monitor> listening) {
    nextNumber = number;
    going = new ArrayList<>();
    nextDue = Instant.MAX;
    goingOn.forEach(this::begin);
    over = new ArrayList<>();
    history = past;
    ended.forEach(leg -> end(leg, leg.ends()));
    monitors = new ArrayList<>(listening);
  }

  /** All calls, for {@link #read}. */
  public synchronized JsonObject snapshot() {
    LegJson json = new LegJson(staff);
    JsonArray listening = new JsonArray();
    monitors.forEach(monitor -> listening.add(json.of(monitor)));
    return new JsonObject()
        .put("nextNumber", nextNumber)
        .put("going", json.of(going))
        .put("over", json.of(over))
        .put("monitors", listening);
  }

  /** Puts back what {@link #snapshot} wrote, once it is run. */
  public Runnable read(Fields snapshot) {
    LegJson json = new LegJson(staff);
    long number = snapshot.number("nextNumber");
    if (number < past.size() || number > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          snapshot.at("nextNumber") + " is " + number + ": it takes at least " + past.size());
    }
    List<Leg> goingOn = snapshot.list("going", json::leg);
    List<Leg> ended = snapshot.list("over", json::leg);
    List<Monitor> listening = snapshot.list("monitors", json::monitor);
    return () -> put((int) number, goingOn, ended, listening);
  }
}
