package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Where a profile sends calls. A value, not an enum, so that one this client does not know
 * survives.
 *
 * @param wire as the API writes it
 */
public record ForwardMode(@JsonValue String wire) {

  public static final ForwardMode NONE = new ForwardMode("none");
  public static final ForwardMode MY_MOBILE = new ForwardMode("mymobile");

  /** To another number. */
  public static final ForwardMode ANOTHER = new ForwardMode("another");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ForwardMode {}

  @Override
  public String toString() {
    return wire;
  }
}
