package io.ipbx.sdk.pbx.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The contract as it is written, with its references followed. */
final class Contract {

  static final String FILE = "contract/ipbx.yaml";

  private final JsonNode root;
  private final Map<String, JsonNode> operations = new TreeMap<>();

  Contract() {
    try (InputStream file = Contract.class.getClassLoader().getResourceAsStream(FILE)) {
      root = new YAMLMapper().readTree(file);
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
    for (JsonNode path : root.path("paths")) {
      path.forEach(operation -> operations.put(operation.path("operationId").asText(), operation));
    }
  }

  Set<String> operations() {
    return operations.keySet();
  }

  /** The names of its parameters, each with its place before it. */
  Set<String> parameters(String operation) {
    Set<String> names = new TreeSet<>();
    for (JsonNode written : operations.get(operation).path("parameters")) {
      JsonNode parameter = resolve(written);
      names.add(parameter.path("in").asText() + " " + parameter.path("name").asText());
    }
    names.removeIf(name -> name.startsWith("path "));
    return names;
  }

  /** The paths of all members that its body may have. */
  Set<String> bodyMembers(String operation) {
    Set<String> paths = new TreeSet<>();
    JsonNode body = operations.get(operation).path("requestBody");
    collect(body.at("/content/application~1json/schema"), "", paths);
    return paths;
  }

  private void collect(JsonNode written, String path, Set<String> paths) {
    JsonNode schema = resolve(written);
    collect(schema.path("items"), path, paths, !schema.path("items").isMissingNode());
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              paths.add(path + "/" + property.getKey());
              collect(property.getValue(), path + "/" + property.getKey(), paths);
            });
  }

  private void collect(JsonNode written, String path, Set<String> paths, boolean there) {
    if (there) {
      collect(written, path, paths);
    }
  }

  /** What it answers when all goes well; a missing node when that is no JSON. */
  JsonNode answer(String operation) {
    return resolve(operations.get(operation).path("responses").path("200"))
        .at("/content/application~1json/schema");
  }

  JsonNode resolve(JsonNode written) {
    JsonNode reference = written.path("$ref");
    return reference.isMissingNode() ? written : root.at(reference.asText().substring(1));
  }
}
