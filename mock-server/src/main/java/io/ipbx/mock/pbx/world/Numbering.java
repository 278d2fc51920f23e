package io.ipbx.mock.pbx.world;

/** Which numbers there are: extensions inside, and the direct numbers to the outside. */
final class Numbering {

  private static final int FIRST_PERSON = 201;
  static final int RECEPTION = 600;
  static final int FIRST_QUEUE = 601;

  private static final String PREFIX = "+420222333";

  private Numbering() {}

  /** The extension of the person of that place, from 0: applications have the six hundreds. */
  static String person(int place) {
    int extension = FIRST_PERSON + place;
    return Integer.toString(extension < RECEPTION ? extension : extension + 100);
  }

  static String direct(String extension) {
    return PREFIX + extension;
  }
}
