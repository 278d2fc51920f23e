package io.ipbx.mock.pbx.world;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Who is free, and who waits, in the course of one day; times are seconds of that day. */
final class Floor {

  private static final int NEVER = Integer.MAX_VALUE;
  private static final int VAIN_RINGING = 15;
  private static final int UNANSWERED_RINGING = 25;

  private final Staff staff;
  private final Shift[] shifts;
  private final int[] free;
  private final Map<CallQueue, Deque<Integer>> waiting = new HashMap<>();

  /** How a call fares in its queue. */
  record Turn(@Nullable Person agent, Course course, QueueVisit visit) {}

  Floor(Staff staff, LocalDate date) {
    List<Person> people = staff.people();
    this.staff = staff;
    this.free = new int[people.size()];
    this.shifts = people.stream().map(person -> staff.shift(person, date)).toArray(Shift[]::new);
  }

  private int freeFrom(Person person, int second) {
    Shift shift = shifts[person.place()];
    int from = shift.takesFrom(Math.max(second, free[person.place()]));
    return from < shift.to() ? from : NEVER;
  }

  /** Rings whoever is free first, and of those the one that has been for longest. */
  Turn queue(CallQueue queue, int second, int attempt, SplittableRandom random) {
    Deque<Integer> others = waiting.computeIfAbsent(queue, first -> new ArrayDeque<>());
    others.removeIf(until -> until <= second);
    int patience = 15 + (int) (150 * random.nextDouble() * random.nextDouble());
    int asked = second;
    Person passedBy = null;
    Person agent = firstFree(queue.members(), asked);
    if (agent != null && random.nextInt(25) == 0) {
      asked = freeFrom(agent, asked) + VAIN_RINGING;
      free[agent.place()] = asked + 60;
      passedBy = agent;
      agent = firstFree(queue.members(), asked);
    }
    int delay = agent == null ? NEVER : freeFrom(agent, asked) - second;
    QueueVisit visit = new QueueVisit(others.size(), present(queue, second), attempt, passedBy);
    if (agent == null || delay > patience) {
      others.add(second + patience);
      return new Turn(null, new Course(Disposition.NO_ANSWER, patience, 0, 0), visit);
    }
    int ringing = 2 + random.nextInt(9);
    Course course = Course.answered(delay + ringing, ringing, talk(random));
    others.add(second + delay + ringing);
    occupy(agent, second, course, 10 + random.nextInt(20));
    return new Turn(agent, course, visit);
  }

  private @Nullable Person firstFree(List<Person> members, int second) {
    Person first = null;
    int earliest = NEVER;
    for (Person member : members) {
      int from = freeFrom(member, second);
      boolean longer = first != null && free[member.place()] < free[first.place()];
      if (from < earliest || (from == earliest && from != NEVER && longer)) {
        first = member;
        earliest = from;
      }
    }
    return first;
  }

  private int present(CallQueue queue, int second) {
    int present = 0;
    for (Person member : queue.members()) {
      present += shifts[member.place()].holds(second) ? 1 : 0;
    }
    return present;
  }

  private void occupy(Person person, int second, Course course, int after) {
    free[person.place()] = second + course.waiting() + course.talking() + after;
  }

  /** Few calls are long. */
  private static int talk(SplittableRandom random) {
    double part = random.nextDouble();
    return 6 + (int) (900 * part * part * part);
  }

  /** Rings that phone, which may be taken, or left alone. */
  Course ring(Person person, int second, SplittableRandom random) {
    if (freeFrom(person, second) != second) {
      boolean talks = shifts[person.place()].holds(second) && free[person.place()] > second;
      return talks
          ? Course.failed(Disposition.BUSY, 1 + random.nextInt(3))
          : Course.failed(Disposition.NO_ANSWER, UNANSWERED_RINGING);
    }
    if (random.nextInt(100) < 10) {
      return Course.failed(Disposition.NO_ANSWER, UNANSWERED_RINGING);
    }
    int ringing = 3 + random.nextInt(15);
    Course course = Course.answered(ringing, ringing, talk(random));
    occupy(person, second, course, 5);
    return course;
  }

  /** Who has time to make a call. */
  Person caller(int second, SplittableRandom random) {
    List<Person> people = staff.people();
    int from = random.nextInt(people.size());
    for (int i = 0; i < people.size(); i++) {
      Person person = people.get((from + i) % people.size());
      if (freeFrom(person, second) == second) {
        return person;
      }
    }
    return people.get(from);
  }

  /** Calls the outside from that phone. */
  Course dial(Person person, int second, SplittableRandom random) {
    int dice = random.nextInt(100);
    int ringing = 4 + random.nextInt(22);
    Course course =
        dice < 80
            ? Course.answered(ringing, ringing, talk(random))
            : dice < 91
                ? Course.failed(Disposition.NO_ANSWER, UNANSWERED_RINGING + ringing)
                : dice < 97
                    ? Course.failed(Disposition.BUSY, 2)
                    : Course.failed(Disposition.FAILED, 1);
    occupy(person, second, course, 5);
    return course;
  }

  /** What a call to the outside is booked on; null for most. */
  @Nullable CallQueue outgoingQueue(Person person, SplittableRandom random) {
    List<CallQueue> served = staff.queuesOf(person);
    return served.isEmpty() || random.nextInt(10) >= 4
        ? null
        : served.get(random.nextInt(served.size()));
  }
}
