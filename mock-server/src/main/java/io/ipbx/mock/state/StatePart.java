package io.ipbx.mock.state;

import io.ipbx.mock.control.MockPart;

/** One part of the state. Adding a part takes this, and its place among those of the mock. */
public interface StatePart {

  MockPart part();

  /** Back to how the mock started. */
  void reset();

  /** As it is now: a JSON object or array. */
  Object snapshot();

  /**
   * Reads what {@link #snapshot} wrote, and changes nothing yet.
   *
   * @return puts it in force; cannot fail
   * @throws IllegalArgumentException naming what is wrong and what is allowed
   */
  Runnable read(Object json);
}
