package io.ipbx.mock.config;

import io.ipbx.mock.config.ValueType.Url;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.json.pointer.JsonPointer;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in a user's words what a JSON Schema validator has found. */
final class SchemaProblems {

  /** Errors that only say that there is another one further in. */
  private static final Set<String> WRAPPERS = Set.of("properties", "items", "$ref", "allOf");

  private final JsonObject schema;
  private final JsonObject document;

  private SchemaProblems(JsonObject schema, JsonObject document) {
    this.schema = schema;
    this.document = document;
  }

  static List<Problem> of(JsonObject schema, JsonObject document) {
    JsonSchemaOptions options =
        new JsonSchemaOptions()
            .setBaseUri("urn:ipbx:mock-config")
            .setDraft(Draft.DRAFT202012)
            .setOutputFormat(OutputFormat.Basic);
    // The validator marks the schema it is given.
    OutputUnit result = Validator.create(JsonSchema.of(schema.copy()), options).validate(document);
    List<OutputUnit> errors = result.getErrors();
    if (errors == null || Boolean.TRUE.equals(result.getValid())) {
      return List.of();
    }
    SchemaProblems problems = new SchemaProblems(schema, document);
    return errors.stream().flatMap(problems::told).distinct().toList();
  }

  private Stream<Problem> told(OutputUnit error) {
    String pointer = error.getInstanceLocation().substring(1);
    String location = error.getKeywordLocation();
    String keyword = location.substring(location.lastIndexOf('/') + 1);
    JsonObject rule = rule(location.substring(0, location.lastIndexOf('/')));
    if (WRAPPERS.contains(keyword) || rule == null || insideChoice(location)) {
      return Stream.empty();
    }
    String is = "is " + shown(JsonPointer.from(pointer).queryJson(document)) + ": ";
    return switch (keyword) {
      case "additionalProperties" -> stranger(pointer, rule);
      case "type" -> Stream.of(new Problem(pointer, is + "it takes " + kind(rule)));
      case "minimum", "maximum" ->
          Stream.of(
              new Problem(
                  pointer,
                  is
                      + "allowed are "
                      + rule.getValue("minimum", "any")
                      + " to "
                      + rule.getValue("maximum", "any")));
      case "enum" ->
          Stream.of(new Problem(pointer, is + "allowed are " + shown(rule.getValue("enum"))));
      case "required" -> missing(pointer, rule);
      case "minItems" -> Stream.of(new Problem(pointer, "is empty"));
      case "pattern" -> Stream.of(new Problem(pointer, is + unlike(rule.getString("pattern"))));
      default -> Stream.of(new Problem(pointer, is + error.getError()));
    };
  }

  private static String unlike(String pattern) {
    Url url = new Url();
    return pattern.equals(url.schema().getString("pattern"))
        ? "allowed are " + url.allowed()
        : "it must not be blank";
  }

  /** What is wrong within each branch of a choice says little; that no branch fits is enough. */
  private static boolean insideChoice(String location) {
    return location.matches(".*/(oneOf|anyOf)/\\d+/.*");
  }

  /** The part of the schema where {@code location} leads, through references. */
  private @Nullable JsonObject rule(String location) {
    Object place = schema;
    for (String token : location.substring(1).split("/", -1)) {
      if (token.isEmpty()) {
        continue;
      }
      String name = token.replace("~1", "/").replace("~0", "~");
      if (place instanceof JsonArray array) {
        place = array.getValue(Integer.parseInt(name));
      } else if (place instanceof JsonObject object) {
        Object next = object.getValue(name);
        place =
            name.equals("$ref")
                ? JsonPointer.from(next.toString().substring(1)).queryJson(schema)
                : next;
      }
    }
    return place instanceof JsonObject rule ? rule : null;
  }

  private static Stream<Problem> stranger(String pointer, JsonObject rule) {
    JsonObject known = rule.getJsonObject("properties", new JsonObject());
    String name =
        pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
    // A known name with a wrong value is counted among the unknown by the validator.
    if (known.containsKey(name) || rule.getValue("additionalProperties") instanceof JsonObject) {
      return Stream.empty();
    }
    Optional<String> meant =
        Settings.ALL.stream()
            .filter(setting -> setting.member().equals(name) && known.containsKey(setting.name()))
            .map(Setting::name)
            .findFirst()
            .or(() -> Suggestion.near(name, known.fieldNames()));
    return Stream.of(
        new Problem(
            pointer,
            meant
                .map(one -> "is not known: did you mean '" + one + "'?")
                .orElseGet(() -> "is not known: allowed are " + known.fieldNames())));
  }

  private Stream<Problem> missing(String pointer, JsonObject rule) {
    return rule.getJsonArray("required").stream()
        .map(Objects::toString)
        .filter(
            name ->
                JsonPointer.from(pointer).queryJson(document) instanceof JsonObject there
                    && !there.containsKey(name))
        .map(name -> new Problem(pointer, "has no '" + name + "'"));
  }

  private static String kind(JsonObject rule) {
    return switch (rule.getValue("type").toString()) {
      case "integer" -> "a whole number";
      case "boolean" -> "true or false";
      case "string" -> "text";
      case "array" -> "a list";
      case "object" -> "members";
      default -> rule.getValue("type").toString();
    };
  }

  private static String shown(@Nullable Object value) {
    if (value instanceof JsonArray array) {
      return array.getList().toString();
    }
    return value == null ? "empty" : value.toString();
  }
}
