package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Who owns a number. A value, not an enum, so that one this client does not know survives.
 *
 * @param wire as the API writes it
 */
public record NumberOwnerType(@JsonValue String wire) {

  public static final NumberOwnerType USER = new NumberOwnerType("user");
  public static final NumberOwnerType APPLICATION = new NumberOwnerType("application");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public NumberOwnerType {}

  @Override
  public String toString() {
    return wire;
  }
}
