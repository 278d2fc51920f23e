package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How a call is listened to. A value, not an enum, so that one this client does not know survives.
 *
 * @param wire as the API writes it
 */
public record MonitorType(@JsonValue String wire) {

  /** Unheard. */
  public static final MonitorType SPY = new MonitorType("spy");

  /** Heard by the near side. */
  public static final MonitorType WHISPER = new MonitorType("whisper");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public MonitorType {}

  @Override
  public String toString() {
    return wire;
  }
}
