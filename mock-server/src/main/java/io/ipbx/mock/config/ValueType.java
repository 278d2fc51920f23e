package io.ipbx.mock.config;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a value may be. */
public sealed interface ValueType {

  /** Told in a message after "allowed are". */
  String allowed();

  /** Its JSON Schema. */
  JsonObject schema();

  /**
   * The value that {@code text} stands for, as the options' JSON has it.
   *
   * @throws IllegalArgumentException when it stands for none
   */
  Object read(String text);

  /** Text that is not blank. */
  record Text() implements ValueType {

    @Override
    public String allowed() {
      return "characters that are not all blank";
    }

    @Override
    public JsonObject schema() {
      return new JsonObject().put("type", "string").put("pattern", "\\S");
    }

    @Override
    public Object read(String text) {
      if (text.isBlank()) {
        throw new IllegalArgumentException(allowed());
      }
      return text;
    }
  }

  /** An address that paths are put behind; empty for none. */
  record Url() implements ValueType {

    private static final String PATTERN = "^(https?://[^/?#\\s]+(/[^/?#\\s]+)*)?$";

    @Override
    public String allowed() {
      return "addresses such as https://mock.example.com, without a slash at the end";
    }

    @Override
    public JsonObject schema() {
      return new JsonObject().put("type", "string").put("pattern", PATTERN);
    }

    @Override
    public Object read(String text) {
      if (!text.matches(PATTERN)) {
        throw new IllegalArgumentException(allowed());
      }
      return text;
    }
  }

  /** True or false. */
  record Flag() implements ValueType {

    @Override
    public String allowed() {
      return "true or false";
    }

    @Override
    public JsonObject schema() {
      return new JsonObject().put("type", "boolean");
    }

    @Override
    public Object read(String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "true" -> true;
        case "false" -> false;
        default -> throw new IllegalArgumentException(allowed());
      };
    }
  }

  /**
   * A whole number.
   *
   * @param unit what it counts, for the help
   */
  record Whole(String unit, long least, long most) implements ValueType {

    @Override
    public String allowed() {
      return least + " to " + most;
    }

    @Override
    public JsonObject schema() {
      JsonObject schema = new JsonObject().put("type", "integer");
      // Beyond 2^53 an editor could not tell the bound from its neighbours.
      return least == Long.MIN_VALUE ? schema : schema.put("minimum", least).put("maximum", most);
    }

    @Override
    public Object read(String text) {
      try {
        long value = Long.parseLong(text);
        if (value >= least && value <= most) {
          return value;
        }
      } catch (NumberFormatException notWhole) {
        // Refused below, as is a number out of range.
      }
      throw new IllegalArgumentException(allowed());
    }
  }

  /** One of some numbers. */
  record Numbers(List<Long> values) implements ValueType {

    @Override
    public String allowed() {
      return values.toString();
    }

    @Override
    public JsonObject schema() {
      return new JsonObject().put("enum", new JsonArray(values));
    }

    @Override
    public Object read(String text) {
      return values.stream()
          .filter(value -> value.toString().equals(text))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException(allowed()));
    }
  }

  /** One of some constants, named in any case and with hyphens for underscores. */
  record Constants(List<String> names) implements ValueType {

    static Constants of(Enum<?>... constants) {
      List<String> names = new ArrayList<>();
      for (Enum<?> constant : constants) {
        names.add(constant.name());
      }
      return new Constants(List.copyOf(names));
    }

    private static String friendly(String name) {
      return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String allowed() {
      return names.toString();
    }

    @Override
    public JsonObject schema() {
      return new JsonObject()
          .put(
              "enum",
              names.stream()
                  .flatMap(name -> Stream.of(name, friendly(name)))
                  .distinct()
                  .collect(Collectors.collectingAndThen(Collectors.toList(), JsonArray::new)));
    }

    @Override
    public Object read(String text) {
      return names.stream()
          .filter(name -> friendly(name).equals(friendly(text)))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException(allowed()));
    }
  }
}
