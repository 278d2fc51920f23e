package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What names a user. A value, not an enum, so that one this client does not know survives.
 *
 * @param wire as the API writes it
 */
public record UserIdentityType(@JsonValue String wire) {

  public static final UserIdentityType LOGIN = new UserIdentityType("login");
  public static final UserIdentityType LINE = new UserIdentityType("line");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public UserIdentityType {}

  @Override
  public String toString() {
    return wire;
  }
}
