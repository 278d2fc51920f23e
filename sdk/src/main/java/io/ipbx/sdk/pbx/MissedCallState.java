package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How far a missed call is handled. A value, not an enum, so that one this client does not know
 * survives.
 *
 * @param wire as the API writes it
 */
public record MissedCallState(@JsonValue String wire) {

  public static final MissedCallState NO_CHANGE = new MissedCallState("noChange");
  public static final MissedCallState IN_PROGRESS = new MissedCallState("inProgress");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public MissedCallState {}

  @Override
  public String toString() {
    return wire;
  }
}
