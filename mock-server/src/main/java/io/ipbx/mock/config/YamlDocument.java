package io.ipbx.mock.config;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** A YAML text as JSON that still knows on which line everything stood. */
final class YamlDocument extends SafeConstructor {

  private final Map<String, Integer> lines = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Deque<Node> around = new ArrayDeque<>();
  private final @Nullable Object root;

  /**
   * The document of that text.
   *
   * @throws org.yaml.snakeyaml.error.YAMLException when it is not YAML
   */
  YamlDocument(String text) {
    super(new LoaderOptions());
    DumperOptions unused = new DumperOptions();
    Yaml yaml =
        new Yaml(this, new Representer(unused), unused, getLoadingConfig(), new NoTimestamps());
    Node node = yaml.compose(new StringReader(text));
    root = node == null ? null : value("", node);
  }

  /** A time is text to us, which JSON can hold. */
  private static final class NoTimestamps extends Resolver {

    @Override
    public void addImplicitResolver(
        Tag tag, java.util.regex.Pattern regexp, @Nullable String first, int limit) {
      if (!tag.equals(Tag.TIMESTAMP)) {
        super.addImplicitResolver(tag, regexp, first, limit);
      }
    }
  }

  /** Null when the text is empty; else text, number, flag, {@link JsonObject} or an array. */
  @Nullable Object root() {
    return root;
  }

  /** What YAML allows and we do not: names that stand twice, loops. */
  List<Problem> problems() {
    return problems;
  }

  /** The line, from 1, of what {@code pointer} leads to, or of the nearest thing around it. */
  int line(String pointer) {
    String place = pointer;
    while (!lines.containsKey(place) && !place.isEmpty()) {
      place = place.substring(0, place.lastIndexOf('/'));
    }
    return lines.getOrDefault(place, 1);
  }

  private static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private @Nullable Object value(String pointer, Node node) {
    lines.putIfAbsent(pointer, lineOf(node));
    if (around.contains(node)) {
      problems.add(new Problem(pointer, "contains itself"));
      return null;
    }
    around.push(node);
    try {
      if (node instanceof MappingNode mapping) {
        return members(pointer, mapping);
      }
      return node instanceof SequenceNode sequence
          ? elements(pointer, sequence)
          : constructObject(node);
    } finally {
      around.pop();
    }
  }

  private JsonArray elements(String pointer, SequenceNode sequence) {
    JsonArray array = new JsonArray();
    for (Node element : sequence.getValue()) {
      array.add(value(pointer + "/" + array.size(), element));
    }
    return array;
  }

  private JsonObject members(String pointer, MappingNode mapping) {
    refuseTwice(pointer, mapping);
    flattenMapping(mapping);
    JsonObject json = new JsonObject();
    for (NodeTuple member : mapping.getValue()) {
      String name = name(member);
      String place = place(pointer, name);
      lines.put(place, lineOf(member.getKeyNode()));
      json.put(name, value(place, member.getValueNode()));
    }
    return json;
  }

  /** To be asked before the mapping is flattened, which drops all but the last. */
  private void refuseTwice(String pointer, MappingNode mapping) {
    Map<String, Integer> seen = new HashMap<>();
    for (NodeTuple member : mapping.getValue()) {
      int line = lineOf(member.getKeyNode());
      Integer before = seen.putIfAbsent(name(member), line);
      if (before != null) {
        problems.add(
            new Problem(place(pointer, name(member)), "is there already, on line " + before));
      }
    }
  }

  private static String name(NodeTuple member) {
    return member.getKeyNode() instanceof ScalarNode scalar
        ? scalar.getValue()
        : member.getKeyNode().toString();
  }

  private static String place(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
