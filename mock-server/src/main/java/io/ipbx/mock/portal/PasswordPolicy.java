package io.ipbx.mock.portal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The portal's rule for the password of an access: at least ten characters, one upper-case letter
 * and one digit, nothing but ASCII letters, digits and {@code , . ! # @ *}, and two weeks to crack
 * at a thousand million guesses a second.
 */
public final class PasswordPolicy {

  /**
   * A rule that a password breaks.
   *
   * @param validator the rule's name
   */
  public record Violation(String validator, String expected, String actual) {}

  static final String SYMBOLS = ",.!#@*";
  static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  static final String DIGITS = "0123456789";

  private static final String ALLOWED = LOWER + UPPER + DIGITS + SYMBOLS;

  private static final int LEAST_LENGTH = 10;
  private static final double GUESSES_PER_DAY = 1e9 * Duration.ofDays(1).toSeconds();
  private static final int LEAST_DAYS = 14;

  private PasswordPolicy() {}

  /** The rules that {@code password} breaks; none when it is good. */
  public static List<Violation> check(String password) {
    List<Violation> broken = new ArrayList<>();
    require(broken, "MinimalLength", LEAST_LENGTH, password.length());
    require(broken, "minimumNumberOfUpperLetters", 1, distinct(password, UPPER));
    require(broken, "minimumNumberOfDigits", 1, distinct(password, DIGITS));
    require(broken, "MinimumTimeToCrack", LEAST_DAYS, daysToCrack(password));
    String foreign = foreign(password);
    if (!foreign.isEmpty()) {
      broken.add(new Violation("Symbols", "letters, digits and " + SYMBOLS, foreign));
    }
    return broken;
  }

  private static void require(List<Violation> broken, String name, long least, long actual) {
    if (actual < least) {
      broken.add(new Violation(name, "at least " + least, Long.toString(actual)));
    }
  }

  private static int distinct(String password, String set) {
    int found = 0;
    for (int i = 0; i < set.length(); i++) {
      if (password.indexOf(set.charAt(i)) >= 0) {
        found++;
      }
    }
    return found;
  }

  /** Each character once that has no place in a password. */
  private static String foreign(String password) {
    StringBuilder foreign = new StringBuilder();
    for (int i = 0; i < password.length(); i++) {
      String character = password.substring(i, i + 1);
      if (!ALLOWED.contains(character) && foreign.indexOf(character) < 0) {
        foreign.append(character);
      }
    }
    return foreign.toString();
  }

  private static boolean hasAny(String password, String set) {
    return distinct(password, set) > 0;
  }

  private static boolean hasOther(String password, String set) {
    for (int i = 0; i < password.length(); i++) {
      if (set.indexOf(password.charAt(i)) < 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * How long a search takes that tries the characters in the order of their set, place by place. A
   * character outside the set is worth nothing, as in the portal: so digits that stand in front of
   * the first letter, with none behind it, gain nothing.
   */
  private static long daysToCrack(String password) {
    String set = characterSet(password);
    double guesses = 0;
    for (int i = 0; i < password.length(); i++) {
      guesses = guesses * set.length() + set.indexOf(password.charAt(i)) + 1;
    }
    return Math.round(guesses / GUESSES_PER_DAY);
  }

  private static String characterSet(String password) {
    if (hasOther(password, LOWER + UPPER + DIGITS)) {
      return ALLOWED;
    }
    if (hasDigitBehindLetter(password)) {
      return LOWER + UPPER + DIGITS;
    }
    return (hasAny(password, LOWER) ? LOWER : "") + (hasAny(password, UPPER) ? UPPER : "");
  }

  private static boolean hasDigitBehindLetter(String password) {
    int letter = 0;
    while (letter < password.length() && DIGITS.indexOf(password.charAt(letter)) >= 0) {
      letter++;
    }
    return letter == password.length() || hasAny(password.substring(letter), DIGITS);
  }
}
