package io.ipbx.mock.pbx.world;

import io.ipbx.mock.portal.User;
import java.util.List;

/** The smallest house in which calls can be made. */
public final class TwoPeople {

  private TwoPeople() {}

  public static Staff staff() {
    return new Staff(
        List.of(
            new User("1", "a@example.com", "Ada", "Malá", 101),
            new User("2", "b@example.com", "Bob", "Malý", 101)),
        1);
  }
}
