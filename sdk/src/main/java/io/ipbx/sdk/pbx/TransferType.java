package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How a call is transferred. A value, not an enum, so that one this client does not know survives.
 *
 * @param wire as the API writes it
 */
public record TransferType(@JsonValue String wire) {

  /** At once. */
  public static final TransferType BLIND = new TransferType("blind");

  /** After a word with whom it goes to. */
  public static final TransferType ATTENDED = new TransferType("attended");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TransferType {}

  @Override
  public String toString() {
    return wire;
  }
}
