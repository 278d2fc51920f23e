package io.ipbx.mock.match;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts in which {@code *} stands for any characters. */
public final class Wildcard {

  private static final Pattern STAR = Pattern.compile("\\*");
  private static final Pattern STAR_OR_SEGMENT = Pattern.compile("\\*|\\{[^/}]*}");

  private Wildcard() {}

  /** A text to the letter. */
  public static Predicate<String> exact(String pattern) {
    return of(pattern, STAR, 0);
  }

  /** A text in any case. */
  public static Predicate<String> anyCase(String pattern) {
    return of(pattern, STAR, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** A path, in which <code>{name}</code> stands for one segment. */
  public static Predicate<String> path(String pattern) {
    return of(pattern, STAR_OR_SEGMENT, 0);
  }

  private static Predicate<String> of(String pattern, Pattern special, int flags) {
    Matcher found = special.matcher(pattern);
    if (!found.find()) {
      return flags == 0 ? pattern::equals : pattern::equalsIgnoreCase;
    }
    StringBuilder regex = new StringBuilder();
    int start = 0;
    do {
      regex.append(Pattern.quote(pattern.substring(start, found.start())));
      regex.append(found.group().equals("*") ? ".*" : "[^/]+");
      start = found.end();
    } while (found.find());
    regex.append(Pattern.quote(pattern.substring(start)));
    return Pattern.compile(regex.toString(), flags | Pattern.DOTALL).asMatchPredicate();
  }
}
