package io.ipbx.mock.pbx.live;

import io.ipbx.mock.pbx.world.CallHistory;
import io.ipbx.mock.pbx.world.Parties;
import io.ipbx.mock.pbx.world.PastCall;
import io.ipbx.mock.pbx.world.Person;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The legs that go on and those that are over. What happens in them follows from the time at which
 * they are looked at, so that no timer runs and a clock that is moved by hand moves them.
 */
final class Legs {

  /** More calls than that at once, and the oldest is hung up. */
  static final int MOST_GOING = 1_000;

  /** How many that are over stay in the history; the first to end leave it first. */
  static final int MOST_OVER = 10_000;

  private final long seed;
  private final CallHistory past;
  private CallHistory history;
  private int nextNumber;
  private Instant nextDue = Instant.MAX;
  private List<Leg> going = new ArrayList<>();
  private final List<Leg> over = new ArrayList<>();

  /**
   * None yet.
   *
   * @param past the calls that there were before
   */
  Legs(long seed, CallHistory past) {
    this.seed = seed;
    this.past = past;
    this.history = past;
    this.nextNumber = past.size();
  }

  List<Leg> going() {
    return Collections.unmodifiableList(going);
  }

  List<Leg> over() {
    return Collections.unmodifiableList(over);
  }

  CallHistory history() {
    return history;
  }

  int nextNumber() {
    return nextNumber;
  }

  /** The first of so many numbers that nobody has. */
  int take(int numbers) {
    int number = nextNumber;
    nextNumber += numbers;
    return number;
  }

  /** Lets happen what is due by now; whether anything was. */
  boolean settle(Instant now) {
    if (nextDue.isAfter(now)) {
      return false;
    }
    Deque<Leg> open = new ArrayDeque<>(going);
    going = new ArrayList<>();
    nextDue = Instant.MAX;
    for (Leg leg = open.poll(); leg != null; leg = open.poll()) {
      Consultation present = leg.consultation();
      if (leg.due().isAfter(now)) {
        begin(leg);
      } else if (present != null && leg.isPutThrough()) {
        // What it becomes may be due as well.
        open.add(onward(leg, present.by(), present.to(), leg.due(), present.userfield()));
        end(leg, leg.due());
      } else {
        end(leg, leg.due());
      }
    }
    return true;
  }

  private void begin(Leg leg) {
    going.add(leg);
    expect(leg);
  }

  private void expect(Leg leg) {
    nextDue = leg.due().isBefore(nextDue) ? leg.due() : nextDue;
  }

  private void end(Leg leg, Instant moment) {
    if (over.size() == MOST_OVER) {
      history = history.minus(over.remove(0).number());
    }
    Leg ended = leg.endedAt(moment);
    over.add(ended);
    history = history.plus(ended.past());
  }

  /** Ends those, which go on. */
  void end(Collection<Leg> legs, Instant now) {
    going.removeAll(Set.copyOf(legs));
    legs.forEach(leg -> end(leg, now));
  }

  /** The first leg of a call. */
  Leg place(Parties parties, String shown, boolean isUp, Instant now) {
    if (going.size() == MOST_GOING) {
      end(List.of(going.get(0)), now);
    }
    int number = take(Leg.NUMBERS);
    Timing timing = Timing.placed(now, isUp, Tempo.talk(seed, number));
    String callId = PastCall.idOf(now, number);
    Leg leg = new Leg(number, callId, parties, false, timing, shown, "", null);
    begin(leg);
    return leg;
  }

  /** Ends {@code leg}, and sends whoever {@code by} talks to on. */
  void send(Leg leg, Person by, Destination to, Instant now, String userfield) {
    end(List.of(leg), now);
    begin(onward(leg, by, to, now, userfield));
  }

  /** The leg by which whoever {@code by} talks to goes on to {@code to}. */
  private Leg onward(Leg leg, Person by, Destination to, Instant now, String userfield) {
    int number = take(Leg.NUMBERS);
    Timing timing = Timing.received(now, Tempo.talk(seed, number));
    Parties parties = to.onward(leg.parties().way(), by, leg.otherThan(by));
    return new Leg(number, leg.callId(), parties, true, timing, "", userfield, null);
  }

  /** Begins an attended transfer. */
  void consult(Leg leg, Person by, Destination to, Instant now, String userfield) {
    change(leg, Consultation.begin(take(1), by, to, now, userfield));
  }

  /**
   * Puts another attended transfer in the place of the one in progress.
   *
   * @param consultation null for none
   */
  void change(Leg leg, @Nullable Consultation consultation) {
    Leg changed = leg.with(consultation);
    going.set(going.indexOf(leg), changed);
    expect(changed);
  }

  void reset() {
    put(past.size(), List.of(), List.of());
  }

  /** Puts those in the place of all there are. */
  void put(int number, List<Leg> goingOn, List<Leg> ended) {
    nextNumber = number;
    nextDue = Instant.MAX;
    going = new ArrayList<>();
    goingOn.forEach(this::begin);
    over.clear();
    history = past;
    ended.forEach(leg -> end(leg, leg.timing().ends()));
  }

  /** That number, when it can be the next one. */
  int checked(String where, long number) {
    if (number < past.size() || number > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          where + " is " + number + ": it takes at least " + past.size());
    }
    return (int) number;
  }
}
