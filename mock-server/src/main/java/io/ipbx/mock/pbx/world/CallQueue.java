package io.ipbx.mock.pbx.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** A queue is known by its id: to compare thousands of members would take long. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CallQueue queue && queue.id == id;
  }

  @Override
  public int hashCode() {
    return id;
  }

  /** The number to the outside, which it also shows. */
  public String number() {
    return Numbering.direct(extension);
  }
}
