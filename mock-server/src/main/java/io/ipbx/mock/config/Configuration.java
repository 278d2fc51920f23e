package io.ipbx.mock.config;

import io.ipbx.mock.MockOptions;
import io.ipbx.mock.MockSettings;
import io.ipbx.mock.Preset;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said about a mock by whoever may say something; what is said later wins. */
public final class Configuration {

  private final Map<String, Object> said;
  private final Map<String, Map<String, Object>> presets;
  private final JsonObject lists;

  /**
   * What a file says.
   *
   * @param lists members of the options' JSON
   */
  Configuration(
      Map<String, Object> said, Map<String, Map<String, Object>> presets, JsonObject lists) {
    this.said = Map.copyOf(said);
    this.presets = Map.copyOf(presets);
    this.lists = lists;
  }

  /** Nothing is said. */
  public static Configuration silent() {
    return new Configuration(Map.of(), Map.of(), new JsonObject());
  }

  /** This, and over it what {@code later} says by the names of the settings. */
  public Configuration with(Map<String, Object> later) {
    Map<String, Object> both = new HashMap<>(said);
    both.putAll(later);
    return new Configuration(both, presets, lists);
  }

  /**
   * Options that are {@code base} where nothing is said. A preset is asked first, whoever names it:
   * it stands for what nothing else is said about.
   *
   * @throws IllegalArgumentException naming what is wrong and what is allowed
   */
  public MockOptions over(MockOptions base) {
    Problem unknown = unknownPreset();
    if (unknown != null) {
      throw new IllegalArgumentException(unknown.toString());
    }
    JsonObject options = base.toJson().mergeIn(lists);
    JsonObject behaviour = options.getJsonObject("settings");
    if (said.get(Settings.PRESET) instanceof String preset) {
      behaviour.mergeIn(MockSettings.of(builtIn(preset)).toJson());
      put(presets.getOrDefault(preset, Map.of()), options, behaviour);
    }
    put(said, options, behaviour);
    return new MockOptions(options).validate();
  }

  private static void put(Map<String, Object> values, JsonObject options, JsonObject behaviour) {
    for (Setting setting : Settings.ALL) {
      Object value = values.get(setting.name());
      if (value != null) {
        (setting.behaviour() ? behaviour : options).put(setting.member(), value);
      }
    }
  }

  /** A preset of the file builds on the default one. */
  private Preset builtIn(String name) {
    return Preset.called(name).orElse(Preset.WIKI_V11);
  }

  /** A preset that is named and nowhere described; null when there is none. */
  @Nullable Problem unknownPreset() {
    return said.get(Settings.PRESET) instanceof String name
            && !presets.containsKey(name)
            && Preset.called(name).isEmpty()
        ? new Problem("/preset", "is " + name + ": allowed are " + names())
        : null;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    Arrays.stream(Preset.values()).map(Preset::label).forEach(names::add);
    presets.keySet().stream().sorted().forEach(names::add);
    return names;
  }
}
