package io.ipbx.sdk.auth.impl;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Lenient reading: what is not there, or is of another type, is null. */
final class Json {

  private Json() {}

  static @Nullable JsonObject object(Buffer body) {
    try {
      return io.vertx.core.json.Json.decodeValue(body) instanceof JsonObject object ? object : null;
    } catch (DecodeException notJson) {
      return null;
    }
  }

  static @Nullable String text(JsonObject json, String name) {
    return json.getValue(name) instanceof String text && !text.isBlank() ? text : null;
  }

  /** A number, also where the server writes it as text. */
  static @Nullable Double number(JsonObject json, String name) {
    Object value = json.getValue(name);
    Double number = null;
    if (value instanceof Number given) {
      number = given.doubleValue();
    } else if (value instanceof String text) {
      number = parsed(text);
    }
    return number == null || number.isNaN() ? null : number;
  }

  private static @Nullable Double parsed(String text) {
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException notANumber) {
      return null;
    }
  }
}
