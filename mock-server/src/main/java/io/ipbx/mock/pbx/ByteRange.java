package io.ipbx.mock.pbx;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes of a file are asked for (RFC 9110 section 14).
 *
 * @param end after the last; not after {@code from} where the file has none of them
 */
record ByteRange(long from, long end) {

  private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * The range that a header names; null for the whole file, as when it names several, or nothing
   * that makes sense.
   */
  static @Nullable ByteRange of(@Nullable String header, long length) {
    Matcher range = ONE.matcher(header == null ? "" : header.strip());
    if (!range.matches()) {
      return null;
    }
    String first = range.group(1);
    String last = range.group(2);
    if (first.isEmpty()) {
      return last.isEmpty() ? null : new ByteRange(Math.max(0, length - number(last)), length);
    }
    long from = number(first);
    if (last.isEmpty()) {
      return new ByteRange(from, length);
    }
    return number(last) < from ? null : new ByteRange(from, Math.min(length, number(last) + 1));
  }

  private static long number(String digits) {
    return Long.parseLong(digits);
  }

  boolean isEmpty() {
    return from >= end;
  }
}
