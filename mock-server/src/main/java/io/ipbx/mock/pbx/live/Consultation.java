package io.ipbx.mock.pbx.live;

import java.time.Instant;

/**
 * An attended transfer in progress: the one who transfers talks to the new party first, while the
 * other waits.
 *
 * @param completes when the other is put through, unless it is cancelled before
 */
record Consultation(
    int number,
    Destination to,
    Instant begun,
    Instant answered,
    Instant completes,
    String userfield) {

  static Consultation begin(int number, Destination to, Instant now, String userfield) {
    Instant answered = now.plusSeconds(Tempo.ANSWER);
    return new Consultation(
        number, to, now, answered, answered.plusSeconds(Tempo.CONSULT), userfield);
  }
}
