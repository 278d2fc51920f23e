package io.ipbx.mock.portal;

import java.util.random.RandomGenerator;

/** Makes passwords that the policy allows. */
final class PasswordGenerator {

  private static final int LENGTH = 16;
  private static final String ALPHABET =
      PasswordPolicy.LOWER + PasswordPolicy.UPPER + PasswordPolicy.DIGITS + PasswordPolicy.SYMBOLS;

  private final RandomGenerator random;

  PasswordGenerator(RandomGenerator random) {
    this.random = random;
  }

  String next() {
    String password;
    do {
      StringBuilder made = new StringBuilder(LENGTH);
      for (int i = 0; i < LENGTH; i++) {
        made.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      password = made.toString();
    } while (!PasswordPolicy.check(password).isEmpty());
    return password;
  }
}
