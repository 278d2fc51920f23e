package io.ipbx.mock.fault;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts in which {@code *} stands for any characters. */
final class Wildcard {

  private static final Pattern SPECIAL = Pattern.compile("\\*|\\{[^/}]*}");

  private Wildcard() {}

  /** A text in any case. */
  static Predicate<String> text(String pattern) {
    return pattern.indexOf('*') < 0
        ? pattern::equalsIgnoreCase
        : regex(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** A path, in which <code>{name}</code> stands for one segment. */
  static Predicate<String> path(String pattern) {
    return SPECIAL.matcher(pattern).find() ? regex(pattern, 0) : pattern::equals;
  }

  private static Predicate<String> regex(String pattern, int flags) {
    StringBuilder regex = new StringBuilder();
    Matcher special = SPECIAL.matcher(pattern);
    int start = 0;
    while (special.find()) {
      regex.append(Pattern.quote(pattern.substring(start, special.start())));
      regex.append(special.group().equals("*") ? ".*" : "[^/]+");
      start = special.end();
    }
    regex.append(Pattern.quote(pattern.substring(start)));
    return Pattern.compile(regex.toString(), flags | Pattern.DOTALL).asMatchPredicate();
  }
}
