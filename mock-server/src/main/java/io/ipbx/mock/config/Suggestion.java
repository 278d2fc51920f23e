package io.ipbx.mock.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a mistyped name was meant to be. */
final class Suggestion {

  private Suggestion() {}

  /** The one of {@code names} that is nearest to {@code typed}, when it is near. */
  static Optional<String> near(String typed, Collection<String> names) {
    int most = Math.min(4, Math.max(2, typed.length() / 3));
    return names.stream()
        .filter(name -> distance(plain(typed), plain(name)) <= most)
        .min(Comparator.comparingInt(name -> distance(plain(typed), plain(name))));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
  }

  /** How many letters are to be put in, taken out or changed (Levenshtein). */
  private static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] present = new int[to.length() + 1];
      present[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int change = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
        int cheaper = Math.min(above[column], present[column - 1]) + 1;
        present[column] = Math.min(cheaper, above[column - 1] + change);
      }
      above = present;
    }
    return above[to.length()];
  }
}
