package io.ipbx.sdk.pbx;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * An identifier that the API writes as a number here and as text there.
 *
 * @param value its text in either case
 */
public record FlexibleId(@JsonValue String value) {

  @JsonCreator
  public static FlexibleId of(String value) {
    return new FlexibleId(value);
  }

  @JsonCreator
  public static FlexibleId of(long value) {
    return new FlexibleId(Long.toString(value));
  }

  @Override
  public String toString() {
    return value;
  }
}
