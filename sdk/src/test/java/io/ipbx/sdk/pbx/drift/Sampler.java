package io.ipbx.sdk.pbx.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.Set;

/** Makes up JSON that fits a schema: with all that it may hold, or with as little as it must. */
final class Sampler {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Contract contract;
  private final boolean full;
  private int count;

  /**
   * @param full whether all members are there and no value is null where it need not be
   */
  Sampler(Contract contract, boolean full) {
    this.contract = contract;
    this.full = full;
  }

  /** No two values are alike where the schema leaves them free. */
  JsonNode sample(JsonNode written) {
    JsonNode schema = contract.resolve(written);
    if (isMoment(written, schema) && !(nullable(schema) && !full)) {
      return TextNode.valueOf("2026-02-27T08:%02d:%02d+01:00".formatted(++count / 60, count % 60));
    }
    if (nullable(schema) && !full) {
      return NullNode.getInstance();
    }
    if (schema.has("anyOf")) {
      return sample(schema.path("anyOf").path(0));
    }
    return schema.has("enum") ? schema.path("enum").path(0) : byType(schema);
  }

  private static boolean isMoment(JsonNode written, JsonNode schema) {
    return written.path("$ref").asText().endsWith("/Moment")
        || schema.path("format").asText().equals("date-time");
  }

  private static boolean nullable(JsonNode schema) {
    boolean byType = false;
    for (JsonNode type : schema.path("type")) {
      byType |= type.asText().equals("null");
    }
    for (JsonNode choice : schema.path("anyOf")) {
      byType |= choice.path("type").asText().equals("null");
    }
    return byType;
  }

  private JsonNode byType(JsonNode schema) {
    JsonNode type = schema.path("type");
    String first = type.isArray() ? type.path(0).asText() : type.asText();
    return switch (first) {
      case "string" -> TextNode.valueOf("text " + ++count);
      case "integer" -> IntNode.valueOf(++count);
      case "number" -> DoubleNode.valueOf(++count + 0.5);
      case "boolean" -> NODES.booleanNode(true);
      case "array" -> array(schema);
      case "object" -> object(schema);
      default -> throw new AssertionError("a schema of no known type: " + schema);
    };
  }

  private ArrayNode array(JsonNode schema) {
    ArrayNode items = NODES.arrayNode();
    return full ? items.add(sample(schema.path("items"))) : items;
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = NODES.objectNode();
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              if (full || required.contains(property.getKey())) {
                object.set(property.getKey(), sample(property.getValue()));
              }
            });
    return full && object.isEmpty() ? object.put("free", ++count) : object;
  }
}
