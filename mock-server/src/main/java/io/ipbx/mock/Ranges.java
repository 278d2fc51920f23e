package io.ipbx.mock;

final class Ranges {

  private Ranges() {}

  /**
   * Refuses what is out of range.
   *
   * @throws IllegalArgumentException naming the field and what is allowed
   */
  static void check(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " is " + value + ": allowed are " + least + " to " + most);
    }
  }
}
