package io.ipbx.mock.pbx.live;

import java.time.Duration;
import java.time.Instant;

/**
 * When what happens in a leg, if nobody interferes.
 *
 * @param pickedUp when its own side takes the phone
 * @param answered when both sides talk
 */
public record Timing(Instant created, Instant pickedUp, Instant answered, Instant ends) {

  /** Of a leg in which the own side is rung before the other, unless it is there already. */
  static Timing placed(Instant now, boolean isUp, int talk) {
    Instant pickedUp = isUp ? now : now.plusSeconds(Tempo.PICK_UP);
    Instant answered = pickedUp.plusSeconds(Tempo.ANSWER);
    return new Timing(now, pickedUp, answered, answered.plusSeconds(talk));
  }

  /** Of a leg in which the own side is rung, and the other is there already. */
  static Timing received(Instant now, int talk) {
    Instant answered = now.plusSeconds(Tempo.ANSWER);
    return new Timing(now, answered, answered, answered.plusSeconds(talk));
  }

  /** The same until that moment; a clock that was moved back ends nothing before its begin. */
  Timing endedAt(Instant moment) {
    Instant end = moment.isBefore(ends) ? moment : ends;
    return new Timing(created, pickedUp, answered, end.isBefore(created) ? created : end);
  }

  boolean isPickedUp(Instant now) {
    return !now.isBefore(pickedUp);
  }

  boolean isAnswered(Instant now) {
    return !now.isBefore(answered);
  }

  int waiting() {
    return seconds(created, isAnswered(ends) ? answered : ends);
  }

  int ringing() {
    return seconds(answered.equals(pickedUp) ? created : pickedUp, answered);
  }

  /** Whoever answers says something. */
  int talking() {
    return isAnswered(ends) ? Math.max(1, seconds(answered, ends)) : 0;
  }

  private static int seconds(Instant from, Instant to) {
    return (int) Duration.between(from, to).toSeconds();
  }
}
