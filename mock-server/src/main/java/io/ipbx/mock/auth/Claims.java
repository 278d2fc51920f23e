package io.ipbx.mock.auth;

/** A JSON object written straight to its bytes, in the order in which its members are added. */
final class Claims {

  private final Octets json;
  private boolean first = true;

  /** An object that starts where {@code json} ends now. */
  Claims(Octets json) {
    this.json = json.append('{');
  }

  Claims put(String name, String value) {
    open(name).append('"');
    if (isPlain(value)) {
      json.append(value);
    } else {
      escape(value);
    }
    json.append('"');
    return this;
  }

  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\' || c < ' ') {
        return false;
      }
    }
    return true;
  }

  private void escape(String value) {
    StringBuilder escaped = new StringBuilder(value.length() + 8);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        escaped.append('\\').append(c);
      } else if (c < ' ') {
        escaped.append(String.format("\\u%04x", (int) c));
      } else {
        escaped.append(c);
      }
    }
    json.append(escaped.toString());
  }

  Claims put(String name, long value) {
    open(name).append(Long.toString(value));
    return this;
  }

  /** A member whose value is JSON already. */
  Claims raw(String name, String value) {
    open(name).append(value);
    return this;
  }

  /** Starts a member whose value the caller writes. */
  Octets open(String name) {
    if (!first) {
      json.append(',');
    }
    first = false;
    return json.append('"').append(name).append('"').append(':');
  }

  Octets end() {
    return json.append('}');
  }
}
