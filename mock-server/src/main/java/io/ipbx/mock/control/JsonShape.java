package io.ipbx.mock.control;

import io.vertx.core.json.JsonObject;
import java.lang.reflect.Method;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Refuses JSON that the converter of a data object would pass over in silence. What is allowed is
 * read from the object's setters, so that it is written once.
 */
final class JsonShape {

  private JsonShape() {}

  /**
   * {@code json}, when {@code type} can be made from all of it.
   *
   * @param where what goes before the names in messages
   */
  static JsonObject checked(String where, Class<?> type, JsonObject json) {
    Map<String, Class<?>> members = members(type);
    for (String name : json.fieldNames()) {
      Class<?> wanted = members.get(name);
      if (wanted == null) {
        throw new IllegalArgumentException(
            where + name + " is not known: allowed are " + members.keySet());
      }
      String missed = missed(wanted, json.getValue(name));
      if (missed != null) {
        throw new IllegalArgumentException(
            where + name + " is " + json.getValue(name) + ": " + missed);
      }
    }
    return json;
  }

  private static Map<String, Class<?>> members(Class<?> type) {
    Map<String, Class<?>> members = new TreeMap<>();
    for (Method method : type.getMethods()) {
      String name = method.getName();
      if (name.startsWith("set")) {
        members.put(
            Character.toLowerCase(name.charAt(3)) + name.substring(4),
            method.getParameterTypes()[0]);
      }
    }
    return members;
  }

  /** What {@code wanted} takes instead of {@code value}; null when it takes that. */
  private static @Nullable String missed(Class<?> wanted, @Nullable Object value) {
    if (wanted.isEnum()) {
      boolean known =
          Arrays.stream(wanted.getEnumConstants()).anyMatch(one -> one.toString().equals(value));
      return known ? null : "allowed are " + Arrays.toString(wanted.getEnumConstants());
    }
    if (wanted == String.class) {
      return value instanceof String ? null : "it takes text";
    }
    if (wanted == Instant.class) {
      return isInstant(value) ? null : "it takes an instant such as 2026-03-02T08:00:00Z";
    }
    if (wanted == double.class || wanted == Double.class) {
      return value instanceof Number ? null : "it takes a number";
    }
    if (wanted == long.class || wanted == Long.class) {
      return value instanceof Long || value instanceof Integer ? null : "it takes a whole number";
    }
    if (wanted == Integer.class) {
      return value instanceof Integer ? null : "it takes a whole number";
    }
    return value instanceof JsonObject ? null : "it takes members";
  }

  private static boolean isInstant(@Nullable Object value) {
    try {
      return value instanceof Instant
          || (value instanceof String text && Instant.parse(text) != null);
    } catch (DateTimeException unreadable) {
      return false;
    }
  }

  /** The members of {@code json}, all of them texts. */
  static Map<String, String> texts(String name, JsonObject json) {
    Map<String, String> texts = new TreeMap<>();
    for (Map.Entry<String, Object> member : json) {
      if (!(member.getValue() instanceof String text)) {
        throw new IllegalArgumentException(
            name + "." + member.getKey() + " is " + member.getValue() + ": it takes text");
      }
      texts.put(member.getKey(), text);
    }
    return texts;
  }

  static void range(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " is " + value + ": allowed are " + least + " to " + most);
    }
  }
}
