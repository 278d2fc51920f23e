package io.ipbx.mock.pbx.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One day, played call by call: callers wait while agents talk, give up, try again and are called
 * back.
 */
final class BusinessDay {

  private static final int QUEUE_SHARE = 40;
  private static final int DIRECT_SHARE = 55;
  private static final int OUTGOING_SHARE = 90;

  private final long seed;
  private final int lastFromLast;
  private final int firstNumber;
  private final Instant midnight;
  private final Staff staff;
  private final Callers callers;
  private final Floor floor;
  private final PastCall[] calls = new PastCall[BusinessDays.CALLS_A_DAY];
  private final Map<String, Integer> attempts = new HashMap<>();
  private final Deque<PastCall> missed = new ArrayDeque<>();
  private final Deque<PastCall> tryingAgain = new ArrayDeque<>();

  /**
   * A day.
   *
   * @param fromLast how many days came after it
   * @param lastNumber of its last call; where there are fewer calls than days, the first are below
   *     0
   */
  BusinessDay(long seed, int fromLast, int lastNumber, Staff staff, Callers callers) {
    LocalDate date = BusinessDays.date(fromLast);
    this.seed = seed;
    this.lastFromLast = fromLast * BusinessDays.CALLS_A_DAY;
    this.firstNumber = lastNumber - BusinessDays.CALLS_A_DAY + 1;
    this.midnight = BusinessDays.midnight(date);
    this.staff = staff;
    this.callers = callers;
    this.floor = new Floor(staff, date);
  }

  List<PastCall> play() {
    for (int place = 0; place < calls.length; place++) {
      int fromLast = lastFromLast + calls.length - 1 - place;
      calls[place] = call(place, BusinessDays.second(seed, fromLast), Chance.of(seed, fromLast));
    }
    return List.of(calls);
  }

  private PastCall call(int place, int second, SplittableRandom random) {
    int dice = random.nextInt(100);
    if (dice < QUEUE_SHARE) {
      return toQueue(place, second, random);
    }
    if (dice < DIRECT_SHARE) {
      Person person = anyone(random);
      Caller caller = callers.any(random);
      return made(place, second, Parties.in(caller, person), floor.ring(person, second, random));
    }
    return dice < OUTGOING_SHARE ? outgoing(place, second, random) : local(place, second, random);
  }

  private Person anyone(SplittableRandom random) {
    return staff.people().get(random.nextInt(staff.people().size()));
  }

  private PastCall toQueue(int place, int second, SplittableRandom random) {
    int dice = random.nextInt(10);
    CallQueue queue = staff.queues().get(dice < 5 ? 0 : dice < 8 ? 1 : 2);
    PastCall again = random.nextInt(2) == 0 ? over(tryingAgain, second) : null;
    Caller caller = again == null ? null : again.parties().caller();
    if (again != null && again.queue() != null) {
      queue = again.queue();
    }
    Caller who = caller == null ? callers.any(random) : caller;
    int attempt = attempts.merge(who.number(), 1, Integer::sum);
    Floor.Turn turn = floor.queue(queue, second, attempt, random);
    PastCall call =
        made(
            place,
            second,
            Parties.queued(who, queue, turn.agent()),
            turn.course(),
            turn.visit(),
            Callback.NONE);
    if (!call.isAnswered()) {
      missed.add(call);
      if (random.nextInt(3) == 0) {
        tryingAgain.add(call);
      }
    }
    return call;
  }

  /** Takes the first of the calls of which the caller has given up by then; null for none. */
  private @Nullable PastCall over(Deque<PastCall> lost, int second) {
    Instant now = midnight.plusSeconds(second);
    for (Iterator<PastCall> all = lost.iterator(); all.hasNext(); ) {
      PastCall call = all.next();
      if (!call.end().isAfter(now)) {
        all.remove();
        return call;
      }
    }
    return null;
  }

  private PastCall outgoing(int place, int second, SplittableRandom random) {
    Person person = floor.caller(second, random);
    PastCall back = person.isAgent() && random.nextInt(100) < 45 ? over(missed, second) : null;
    Caller caller = back == null ? null : back.parties().caller();
    Course course = floor.dial(person, second, random);
    if (back == null || caller == null) {
      CallQueue queue = floor.outgoingQueue(person, random);
      return made(place, second, Parties.out(person, callers.any(random), queue), course);
    }
    int missedPlace = back.number() - firstNumber;
    PastCall call =
        made(
            place,
            second,
            Parties.out(person, caller, back.queue()),
            course,
            null,
            new Callback(Callback.Role.CALLS_BACK, back.number()));
    calls[missedPlace] =
        made(
            back.number(),
            back.start(),
            back.parties(),
            back.course(),
            back.visit(),
            new Callback(Callback.Role.MISSED, call.number()));
    return call;
  }

  private PastCall local(int place, int second, SplittableRandom random) {
    Person from = floor.caller(second, random);
    int others = staff.people().size() - 1;
    int step = 1 + random.nextInt(others);
    Person to = staff.people().get((from.place() + step) % staff.people().size());
    return made(
        place, second, Parties.within(from, to.extension()), floor.ring(to, second, random));
  }

  private PastCall made(int place, int second, Parties parties, Course course) {
    return made(place, second, parties, course, null, Callback.NONE);
  }

  private PastCall made(
      int place,
      int second,
      Parties parties,
      Course course,
      @Nullable QueueVisit visit,
      Callback callback) {
    Instant start = midnight.plusSeconds(second);
    return made(firstNumber + place, start, parties, course, visit, callback);
  }

  private static PastCall made(
      int number,
      Instant start,
      Parties parties,
      Course course,
      @Nullable QueueVisit visit,
      Callback callback) {
    String id = PastCall.idOf(start, number);
    return new PastCall(number, id, start, parties, course, visit, callback, "", "");
  }
}
