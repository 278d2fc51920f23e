package io.ipbx.mock.http;

import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Refuses what options made from JSON would pass over in silence. */
public final class StrictJson {

  private StrictJson() {}

  /** Refuses a member that is not {@code allowed}. */
  public static void names(JsonObject given, Set<String> allowed) {
    for (String name : given.fieldNames()) {
      if (!allowed.contains(name)) {
        throw new IllegalArgumentException(
            "'" + name + "' is not known: allowed are " + new TreeSet<>(allowed));
      }
    }
  }

  /**
   * Refuses a member that {@code present} does not have, or has with a value of another kind.
   *
   * @param enums the constants that a member may name
   */
  public static void like(
      JsonObject present, JsonObject given, Map<String, ? extends Enum<?>[]> enums) {
    names(given, present.fieldNames());
    for (String name : given.fieldNames()) {
      Object value = given.getValue(name);
      if (!kind(value).equals(kind(present.getValue(name)))) {
        throw new IllegalArgumentException(
            name + " is " + value + ": it takes " + kind(present.getValue(name)));
      }
      Enum<?>[] constants = enums.get(name);
      if (constants != null
          && Arrays.stream(constants).noneMatch(one -> one.name().equals(value))) {
        throw new IllegalArgumentException(
            name + " is " + value + ": allowed are " + Arrays.toString(constants));
      }
    }
  }

  private static String kind(Object value) {
    if (value instanceof Number) {
      return "a number";
    }
    return value instanceof Boolean
        ? "true or false"
        : value instanceof String ? "text" : "members";
  }

  /** The text at {@code name}. */
  public static String text(JsonObject json, String name) {
    if (json.getValue(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException(name + " is " + json.getValue(name) + ": it takes text");
  }

  /** The flag at {@code name}; false when it is absent. */
  public static boolean flag(JsonObject json, String name) {
    Object value = json.getValue(name, false);
    if (value instanceof Boolean flag) {
      return flag;
    }
    throw new IllegalArgumentException(name + " is " + value + ": it takes true or false");
  }
}
