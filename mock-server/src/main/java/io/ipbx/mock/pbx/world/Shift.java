package io.ipbx.mock.pbx.world;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * When one person is at work on one day, in seconds of that day.
 *
 * @param pauses in order of time, none touching another
 */
public record Shift(int from, int to, List<Pause> pauses) {

  /** A time in which no calls are taken. */
  public record Pause(PauseReason reason, int from, int to) {

    boolean holds(int second) {
      return from <= second && second < to;
    }
  }

  private static final int HOUR = 3_600;
  private static final int MINUTE = 60;
  private static final Shift NONE = new Shift(0, 0, List.of());

  /** The shift of {@code person}; an empty one on a weekend. */
  static Shift of(Person person, LocalDate date, long seed) {
    if (date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0) {
      return NONE;
    }
    SplittableRandom random =
        new SplittableRandom(seed * 7 + date.toEpochDay() * 1_009 + person.place());
    boolean early = person.place() % 2 == 0;
    int begins = (early ? 7 * HOUR : 9 * HOUR + HOUR / 2) - random.nextInt(8 * MINUTE);
    int ends = (early ? 15 * HOUR + HOUR / 2 : 18 * HOUR) + random.nextInt(10 * MINUTE);
    int lunch = (early ? 11 * HOUR : 12 * HOUR) + person.place() * 7 % 60 * MINUTE;
    int rest = begins + 90 * MINUTE + random.nextInt(30 * MINUTE);
    int late = lunch + 100 * MINUTE + random.nextInt(40 * MINUTE);
    return new Shift(
        begins,
        ends,
        List.of(
            new Pause(PauseReason.BREAK, rest, rest + 10 * MINUTE + random.nextInt(300)),
            new Pause(PauseReason.LUNCH, lunch, lunch + 28 * MINUTE + random.nextInt(300)),
            new Pause(
                random.nextInt(4) == 0 ? PauseReason.TRAINING : PauseReason.PAPERWORK,
                late,
                late + 8 * MINUTE + random.nextInt(900))));
  }

  /** Whether the person is at work, paused or not. */
  public boolean holds(int second) {
    return from <= second && second < to;
  }

  /** The pause at that time; null when there is none. */
  public @Nullable Pause pauseAt(int second) {
    return pauses.stream().filter(pause -> pause.holds(second)).findFirst().orElse(null);
  }

  /** The first second from {@code second} on at which a call is taken; {@link #to} when none. */
  int takesFrom(int second) {
    int free = Math.max(second, from);
    for (Pause pause : pauses) {
      if (pause.holds(free)) {
        free = pause.to();
      }
    }
    return Math.min(free, to);
  }
}
