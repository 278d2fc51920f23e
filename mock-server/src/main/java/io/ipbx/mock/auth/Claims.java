package io.ipbx.mock.auth;

/** A JSON object written straight to text, in the order in which its members are added. */
final class Claims {

  private final StringBuilder json = new StringBuilder(1024).append('{');

  Claims put(String name, String value) {
    name(name).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
    return this;
  }

  Claims put(String name, long value) {
    name(name).append(value);
    return this;
  }

  /** A member whose value is JSON already. */
  Claims raw(String name, String value) {
    name(name).append(value);
    return this;
  }

  private StringBuilder name(String name) {
    return json.append(json.length() > 1 ? ",\"" : "\"").append(name).append("\":");
  }

  String end() {
    return json.append('}').toString();
  }
}
