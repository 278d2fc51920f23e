package io.ipbx.mock.pbx.world;

import java.util.List;

/**
 * A queue of the call centre.
 *
 * @param extension by which it is reached inside the house
 * @param members whose phones it rings
 */
public record CallQueue(int id, String name, String extension, List<Person> members) {

  public CallQueue {
    members = List.copyOf(members);
  }

  /** The number to the outside, which it also shows. */
  public String number() {
    return Numbering.direct(extension);
  }
}
