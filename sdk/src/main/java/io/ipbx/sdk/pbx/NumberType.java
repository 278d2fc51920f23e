package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a number is. A value, not an enum, so that one this client does not know survives.
 *
 * @param wire as the API writes it
 */
public record NumberType(@JsonValue String wire) {

  public static final NumberType DIRECT_DIAL_IN = new NumberType("ddi");
  public static final NumberType EXTENSION = new NumberType("exten");
  public static final NumberType CALLER_ID = new NumberType("cid");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public NumberType {}

  @Override
  public String toString() {
    return wire;
  }
}
