package io.ipbx.mock.auth;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an {@code application/x-www-form-urlencoded} body. Characters that a strict sender
 * would have escaped are taken as they are, an {@code @} first of all. Linear, because forms are
 * short.
 */
final class FormBody {

  private static final int MOST_FIELDS = 64;

  private final List<String> names = new ArrayList<>();
  private final List<String> values = new ArrayList<>();
  private boolean duplicated;

  private FormBody() {}

  /** The fields; null when the body has a broken escape or too many fields to be one of ours. */
  static @Nullable FormBody parse(Buffer body) {
    String text = body.toString(StandardCharsets.UTF_8);
    FormBody form = new FormBody();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('&', start);
      end = end < 0 ? text.length() : end;
      if (end > start && !form.add(text, start, end)) {
        return null;
      }
      start = end + 1;
    }
    return form;
  }

  private boolean add(String text, int start, int end) {
    int equals = text.indexOf('=', start);
    boolean hasValue = equals >= 0 && equals < end;
    String name = decode(text.substring(start, hasValue ? equals : end));
    String value = hasValue ? decode(text.substring(equals + 1, end)) : "";
    if (name == null || value == null || names.size() == MOST_FIELDS) {
      return false;
    }
    duplicated |= get(name) != null;
    names.add(name);
    values.add(value);
    return true;
  }

  private static @Nullable String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text.indexOf('+') < 0 ? text : text.replace('+', ' ');
    }
    byte[] out = new byte[text.length() * 3];
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        boolean whole = i + 2 < text.length();
        int high = whole ? Character.digit(text.charAt(i + 1), 16) : -1;
        int low = whole ? Character.digit(text.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          return null;
        }
        out[length++] = (byte) (high << 4 | low);
        i += 2;
      } else if (c < 0x80) {
        out[length++] = (byte) (c == '+' ? ' ' : c);
      } else {
        for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8)) {
          out[length++] = b;
        }
      }
    }
    return new String(out, 0, length, StandardCharsets.UTF_8);
  }

  /** The first value of the field; null when it is absent, empty when it has none. */
  @Nullable String get(String name) {
    int at = names.indexOf(name);
    return at < 0 ? null : values.get(at);
  }

  /** Whether any field stands twice, which no token request may have (RFC 6749 section 3.2). */
  boolean isDuplicated() {
    return duplicated;
  }
}
