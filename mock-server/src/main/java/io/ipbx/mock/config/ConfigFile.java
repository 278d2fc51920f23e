package io.ipbx.mock.config;

import io.ipbx.mock.MockOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a configuration in YAML. Either all of it is good, or all that is wrong is told. */
public final class ConfigFile {

  private final String name;
  private final YamlDocument yaml;
  private final List<Problem> problems;

  private ConfigFile(String name, YamlDocument yaml) {
    this.name = name;
    this.yaml = yaml;
    this.problems = new ArrayList<>(yaml.problems());
  }

  /**
   * What {@code file} says.
   *
   * @throws IOException when it cannot be read
   * @throws ConfigException when there is something wrong in it
   */
  public static Configuration read(Path file) throws IOException {
    return read(file.toString(), Files.readString(file));
  }

  /**
   * As {@link #read(Path)}, when {@code trial} takes the options too.
   *
   * @param trial throws an {@link IllegalArgumentException} whose message begins with a place, as
   *     in {@code faults[1].match.endpoint}
   */
  public static void check(Path file, Consumer<MockOptions> trial) throws IOException {
    String text = Files.readString(file);
    MockOptions options = read(file.toString(), text).over(new MockOptions());
    try {
      trial.accept(options);
    } catch (IllegalArgumentException wrong) {
      String told = String.valueOf(wrong.getMessage());
      String place = told.substring(0, told.indexOf(' ')).replaceAll("[.\\[\\]]+", "/");
      int line = new YamlDocument(text).line("/" + place);
      throw new ConfigException(List.of(file + ":" + line + ": " + told));
    }
  }

  /**
   * What {@code text} says.
   *
   * @param name of the text, for the messages
   * @throws ConfigException when there is something wrong in it
   */
  public static Configuration read(String name, String text) {
    try {
      return new ConfigFile(name, new YamlDocument(text)).configuration();
    } catch (MarkedYAMLException broken) {
      int line = broken.getProblemMark() == null ? 1 : broken.getProblemMark().getLine() + 1;
      throw new ConfigException(List.of(name + ":" + line + ": " + broken.getProblem()));
    } catch (YAMLException broken) {
      throw new ConfigException(List.of(name + ":1: " + broken.getMessage()));
    }
  }

  private Configuration configuration() {
    Object root = yaml.root() == null ? new JsonObject() : yaml.root();
    if (!(root instanceof JsonObject json)) {
      throw new ConfigException(
          List.of(name + ":1: a configuration is a mapping of names to values"));
    }
    problems.addAll(SchemaProblems.of(ConfigSchema.json(), json));
    JsonObject sound = json.copy();
    problems.forEach(problem -> sound.remove(problem.pointer().replaceFirst("^/([^/]*).*", "$1")));
    Configuration configuration = configuration(sound);
    checkLists(sound);
    Problem unknown = configuration.unknownPreset();
    if (unknown != null) {
      problems.add(unknown);
    }
    if (!problems.isEmpty()) {
      throw new ConfigException(
          problems.stream()
              .sorted(Comparator.comparingInt(problem -> yaml.line(problem.pointer())))
              .map(problem -> name + ":" + yaml.line(problem.pointer()) + ": " + problem)
              .toList());
    }
    return configuration;
  }

  private void checkLists(JsonObject sound) {
    try {
      MockOptions options = new MockOptions(lists(sound));
      problems.addAll(Inhabitants.problems(options));
      problems.addAll(FaultSchema.problems(options));
    } catch (IllegalArgumentException unreadable) {
      // A number that a rule cannot hold.
      problems.add(new Problem("/faults", String.valueOf(unreadable.getMessage())));
    }
  }

  private Configuration configuration(JsonObject json) {
    Map<String, Map<String, Object>> presets = new HashMap<>();
    JsonObject own = json.getJsonObject(ConfigSchema.PRESETS, new JsonObject());
    for (String preset : own.fieldNames()) {
      presets.put(
          preset, said("/" + ConfigSchema.PRESETS + "/" + preset, own.getJsonObject(preset)));
    }
    return new Configuration(said("", json), presets, lists(json));
  }

  private Map<String, Object> said(String pointer, JsonObject json) {
    Map<String, Object> said = new HashMap<>();
    if (json.containsKey(Settings.PRESET)) {
      said.put(Settings.PRESET, json.getString(Settings.PRESET));
    }
    for (Setting setting : Settings.ALL) {
      if (json.containsKey(setting.name())) {
        String text = json.getValue(setting.name()).toString();
        try {
          said.put(setting.name(), setting.type().read(text));
        } catch (IllegalArgumentException wrong) {
          // Such as 8080.0, a whole number to the schema.
          problems.add(
              new Problem(
                  pointer + "/" + setting.name(),
                  "is " + text + ": allowed are " + setting.type().allowed()));
        }
      }
    }
    return said;
  }

  private static JsonObject lists(JsonObject json) {
    JsonObject lists = new JsonObject();
    ConfigSchema.LISTS.stream()
        .filter(json::containsKey)
        .forEach(list -> lists.put(list, json.getJsonArray(list)));
    return lists;
  }
}
