package io.ipbx.mock.portal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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

  private static final int LEAST_LENGTH = 10;
  private static final double GUESSES_PER_DAY = 1e9 * Duration.ofDays(1).toSeconds();
  private static final int LEAST_DAYS = 14;

  private PasswordPolicy() {}

  /** The rules that {@code password} breaks; none when it is good. */
  public static List<Violation> check(String password) {
    List<Violation> broken = new ArrayList<>();
    require(broken, "MinimalLength", LEAST_LENGTH, password.length());
    require(broken, "minimumNumberOfUpperLetters", 1, distinct(password, 'A', 'Z'));
    require(broken, "minimumNumberOfDigits", 1, distinct(password, '0', '9'));
    require(broken, "MinimumTimeToCrack", LEAST_DAYS, daysToCrack(password));
    String foreign =
        password
            .chars()
            .filter(c -> !isAllowed(c))
            .mapToObj(Character::toString)
            .distinct()
            .collect(Collectors.joining());
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

  private static long distinct(String password, char first, char last) {
    Set<Integer> found =
        password.chars().filter(c -> first <= c && c <= last).boxed().collect(Collectors.toSet());
    return found.size();
  }

  private static boolean isAllowed(int c) {
    return isLower(c) || isUpper(c) || isDigit(c) || SYMBOLS.indexOf(c) >= 0;
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
    if (password.chars().anyMatch(c -> !isLower(c) && !isUpper(c) && !isDigit(c))) {
      return LOWER + UPPER + DIGITS + SYMBOLS;
    }
    if (hasDigitBehindLetter(password)) {
      return LOWER + UPPER + DIGITS;
    }
    boolean lower = password.chars().anyMatch(PasswordPolicy::isLower);
    boolean upper = password.chars().anyMatch(PasswordPolicy::isUpper);
    return (lower ? LOWER : "") + (upper ? UPPER : "");
  }

  private static boolean hasDigitBehindLetter(String password) {
    int letter = 0;
    while (letter < password.length() && isDigit(password.charAt(letter))) {
      letter++;
    }
    return letter == password.length()
        || password.substring(letter).chars().anyMatch(PasswordPolicy::isDigit);
  }

  private static boolean isLower(int c) {
    return 'a' <= c && c <= 'z';
  }

  private static boolean isUpper(int c) {
    return 'A' <= c && c <= 'Z';
  }

  private static boolean isDigit(int c) {
    return '0' <= c && c <= '9';
  }
}
