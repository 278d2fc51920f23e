package io.ipbx.mock.state;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The members of an object in a snapshot; one that is wrong is named with where it stands. */
public final class Fields {

  private final String where;
  private final JsonObject json;

  private Fields(String where, JsonObject json) {
    this.where = where;
    this.json = json;
  }

  /**
   * The members of {@code value}.
   *
   * @throws IllegalArgumentException when it is no object
   */
  public static Fields of(String where, @Nullable Object value) {
    if (value instanceof JsonObject object) {
      return new Fields(where, object);
    }
    if (value instanceof Map<?, ?> map) {
      JsonObject object = new JsonObject();
      map.forEach((name, member) -> object.put(String.valueOf(name), member));
      return new Fields(where, object);
    }
    throw wrong(where, value, "an object");
  }

  /** The elements of {@code value}, read one by one with the name of their place. */
  public static <T> List<T> list(
      String where, @Nullable Object value, BiFunction<String, Object, T> element) {
    if (!(value instanceof JsonArray array)) {
      throw wrong(where, value, "a list");
    }
    List<T> all = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      all.add(element.apply(where + "[" + i + "]", array.getValue(i)));
    }
    return all;
  }

  private static IllegalArgumentException wrong(
      String where, @Nullable Object value, String wanted) {
    String told = value instanceof String || value == null ? "" : " '" + brief(value) + "'";
    return new IllegalArgumentException(
        where + (value == null ? " is missing" : " is not right" + told) + ": it takes " + wanted);
  }

  private static String brief(Object value) {
    String text = String.valueOf(value);
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  /** All of them, unread. */
  public JsonObject json() {
    return json;
  }

  /** Where the member {@code name} stands. */
  public String at(String name) {
    return where + "." + name;
  }

  public @Nullable Object value(String name) {
    return json.getValue(name);
  }

  public String text(String name) {
    return text(at(name), json.getValue(name));
  }

  /** The text that {@code value} is. */
  public static String text(String where, @Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw wrong(where, value, "text");
  }

  public @Nullable String textOrNull(String name) {
    return json.getValue(name) == null ? null : text(name);
  }

  public long number(String name) {
    return number(at(name), json.getValue(name));
  }

  /** The whole number that {@code value} is. */
  public static long number(String where, @Nullable Object value) {
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    throw wrong(where, value, "a whole number");
  }

  public boolean flag(String name) {
    if (json.getValue(name) instanceof Boolean flag) {
      return flag;
    }
    throw wrong(at(name), json.getValue(name), "true or false");
  }

  public Fields object(String name) {
    return of(at(name), json.getValue(name));
  }

  /** What {@code reading} makes of the member, given where it stands. */
  public <T> T part(String name, BiFunction<String, Object, T> reading) {
    Object value = json.getValue(name);
    if (value == null) {
      throw wrong(at(name), null, "a value");
    }
    return reading.apply(at(name), value);
  }

  public <T> List<T> list(String name, BiFunction<String, Object, T> element) {
    return list(at(name), json.getValue(name), element);
  }

  public List<String> texts(String name) {
    return list(name, Fields::text);
  }

  /** The members of the object at {@code name}, read one by one. */
  public <T> Map<String, T> members(String name, BiFunction<String, Object, T> member) {
    Fields all = object(name);
    Map<String, T> read = new HashMap<>();
    all.json.fieldNames().forEach(key -> read.put(key, all.part(key, member)));
    return read;
  }

  /**
   * What {@code reading} makes of the text at {@code name}.
   *
   * @param wanted what it takes, for who got it wrong
   */
  public <T> T parsed(String name, String wanted, Function<String, T> reading) {
    try {
      return reading.apply(text(name));
    } catch (DateTimeException | ArithmeticException | IllegalArgumentException unreadable) {
      throw new IllegalArgumentException(at(name) + " is not right: it takes " + wanted);
    }
  }
}
