package io.ipbx.mock.config;

/**
 * What is wrong with one value.
 *
 * @param pointer where it stands, a JSON Pointer (RFC 6901); empty for the whole
 */
public record Problem(String pointer, String text) {

  /** With the place in front of the text, as in {@code accesses[1].email}. */
  @Override
  public String toString() {
    String place =
        pointer
            .replaceAll("/(\\d+)(?=/|$)", "[$1]")
            .replaceFirst("^/", "")
            .replace('/', '.')
            .replace("~1", "/")
            .replace("~0", "~");
    return place.isEmpty() ? text : place + " " + text;
  }
}
