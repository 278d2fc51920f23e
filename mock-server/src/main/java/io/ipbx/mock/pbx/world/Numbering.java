package io.ipbx.mock.pbx.world;

/** Which numbers there are: extensions inside, and the direct numbers to the outside. */
final class Numbering {

  static final int FIRST_PERSON = 201;
  static final int FIRST_QUEUE = 601;

  private static final String PREFIX = "+420222333";

  private Numbering() {}

  static String direct(String extension) {
    return PREFIX + extension;
  }
}
