package io.ipbx.mock.pbx.world;

import io.ipbx.mock.portal.User;
import org.jspecify.annotations.Nullable;

/**
 * A user of a switchboard at work.
 *
 * @param place among all, from 0
 * @param isAgent whether the call centre is open to this person
 */
public record Person(int place, User user, String extension, boolean isAgent) {

  private static final int FIRST_ID = 7;

  /** The identifier inside the PBX, a number beside that of the user. */
  public int pbxId() {
    return FIRST_ID + place;
  }

  public String id() {
    return user.id();
  }

  /** A person is known by the user's id. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Person person && person.id().equals(id());
  }

  @Override
  public int hashCode() {
    return id().hashCode();
  }

  public String login() {
    return user.email();
  }

  public String name() {
    return (user.firstName() + " " + user.lastName()).strip();
  }

  /** The direct number to the outside. */
  public String directNumber() {
    return Numbering.direct(extension);
  }

  /** What the person is good at. */
  public Skills skills() {
    return Skills.of(place);
  }

  /** 1 is the call centre, 2 the rest of the house. */
  public int team() {
    return isAgent ? 1 : 2;
  }
}
