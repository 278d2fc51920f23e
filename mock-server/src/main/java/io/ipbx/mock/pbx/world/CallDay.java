package io.ipbx.mock.pbx.world;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A day on which calls began.
 *
 * @param first the place of its first call in the history
 * @param end the place after its last
 * @param firstNumber the number of its first call; -1 when it has calls that the seed did not make
 */
public record CallDay(LocalDate date, int first, int end, int firstNumber) {

  /** Whether all its calls are of the seed, so that they are the same for ever. */
  public boolean isOfSeed() {
    return firstNumber >= 0;
  }

  /** The number after that of its last call, when all are of the seed. */
  public int endNumber() {
    return firstNumber + end - first;
  }

  /** Its place among the days of the seed, from 0. */
  public int place() {
    // All but the first have the same number of calls.
    return (firstNumber + BusinessDays.CALLS_A_DAY - 1) / BusinessDays.CALLS_A_DAY;
  }

  /** When it began. */
  public Instant midnight() {
    return BusinessDays.midnight(date);
  }

  /** When the day after it began. */
  public Instant nextMidnight() {
    return BusinessDays.midnight(date.plusDays(1));
  }
}
