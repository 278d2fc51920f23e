package io.ipbx.mock.config;

import io.ipbx.mock.MockOptions;
import io.ipbx.mock.control.FaultRule;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What faults may look like, read from the setters of a rule, and whether they make sense. */
public final class FaultSchema {

  private FaultSchema() {}

  /** The JSON Schema of one rule. */
  static JsonObject json() {
    return of(FaultRule.class).put("required", JsonArray.of("effect"));
  }

  private static JsonObject of(Class<?> type) {
    if (type.isEnum()) {
      return new JsonObject()
          .put(
              "enum",
              new JsonArray(Arrays.stream(type.getEnumConstants()).map(Object::toString).toList()));
    }
    if (type == String.class) {
      return new JsonObject().put("type", "string");
    }
    if (type == Instant.class) {
      return new JsonObject().put("type", "string").put("format", "date-time");
    }
    if (type == double.class || type == Double.class) {
      return new JsonObject().put("type", "number");
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return new JsonObject().put("type", "integer");
    }
    if (type == JsonObject.class) {
      return new JsonObject()
          .put("type", "object")
          .put("additionalProperties", new JsonObject().put("type", "string"));
    }
    return new JsonObject()
        .put("type", "object")
        .put("additionalProperties", false)
        .put("properties", members(type));
  }

  private static JsonObject members(Class<?> type) {
    Map<String, Object> members = new TreeMap<>();
    for (Method method : type.getMethods()) {
      String name = method.getName();
      if (name.startsWith("set")) {
        members.put(
            Character.toLowerCase(name.charAt(3)) + name.substring(4),
            of(method.getParameterTypes()[0]));
      }
    }
    return new JsonObject(members);
  }

  /** What makes no sense in the faults of {@code options}; empty when all does. */
  public static List<Problem> problems(MockOptions options) {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < options.getFaults().size(); i++) {
      try {
        options.getFaults().get(i).validate();
      } catch (IllegalArgumentException wrong) {
        problems.add(problem("/faults/" + i, String.valueOf(wrong.getMessage())));
      }
    }
    return problems;
  }

  /** A message about a rule begins with the member that it is about, as in {@code match.nth}. */
  private static Problem problem(String rule, String message) {
    int end = message.indexOf(' ');
    return new Problem(
        rule + "/" + message.substring(0, end).replace('.', '/'), message.substring(end + 1));
  }
}
