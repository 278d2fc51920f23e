package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Which way a call went. A value, not an enum, so that one this client does not know survives.
 *
 * @param wire as the API writes it
 */
public record CallWay(@JsonValue String wire) {

  /** Between two lines of the switchboard. */
  public static final CallWay LOCAL = new CallWay("Loc");

  public static final CallWay IN = new CallWay("In");
  public static final CallWay OUT = new CallWay("Out");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CallWay {}

  @Override
  public String toString() {
    return wire;
  }
}
