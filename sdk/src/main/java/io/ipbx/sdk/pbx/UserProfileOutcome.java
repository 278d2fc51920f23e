package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What giving a profile did. A value, not an enum, so that one this client does not know survives.
 *
 * @param wire as the API writes it
 */
public record UserProfileOutcome(@JsonValue String wire) {

  public static final UserProfileOutcome CREATED = new UserProfileOutcome("created");
  public static final UserProfileOutcome UPDATED = new UserProfileOutcome("updated");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public UserProfileOutcome {}

  @Override
  public String toString() {
    return wire;
  }
}
