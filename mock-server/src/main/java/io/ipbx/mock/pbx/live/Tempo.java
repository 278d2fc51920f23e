package io.ipbx.mock.pbx.live;

import io.ipbx.mock.pbx.world.Chance;

/** How fast calls go, in seconds. */
final class Tempo {

  /** Until someone who is to make a call takes the phone. */
  static final int PICK_UP = 3;

  /** Until someone who is called does. */
  static final int ANSWER = 5;

  /** Talk between two colleagues before a call is put through. */
  static final int CONSULT = 10;

  private static final int SHORTEST_TALK = 60;
  private static final int LONGEST_TALK = 240;

  private Tempo() {}

  /** How long is talked in a call if nobody hangs up: from one minute to four. */
  static int talk(long seed, int number) {
    return Chance.of(~seed, number).nextInt(SHORTEST_TALK, LONGEST_TALK);
  }
}
