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
    open(name).append('"').appendEscaped(value).append('"');
    return this;
  }

  /**
   * As {@link #put(String, String)}, of a value of our own making: nothing in it is to be escaped.
   */
  Claims plain(String name, String value) {
    open(name).append('"').append(value).append('"');
    return this;
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
