package io.ipbx.mock.pbx.live;

import io.ipbx.mock.pbx.world.Person;
import java.time.Instant;

/**
 * An attended transfer in progress: the one who transfers talks to the new party first, while the
 * other waits.
 *
 * @param by who transfers
 * @param completes when the other is put through, unless it is cancelled before
 */
record Consultation(
    int number,
    Person by,
    Destination to,
    Instant begun,
    Instant answered,
    Instant completes,
    String userfield) {

  static Consultation begin(int number, Person by, Destination to, Instant now, String userfield) {
    Instant answered = now.plusSeconds(Tempo.ANSWER);
    return new Consultation(
        number, by, to, now, answered, answered.plusSeconds(Tempo.CONSULT), userfield);
  }
}
