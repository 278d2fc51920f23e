package io.ipbx.mock.config;

import io.ipbx.mock.AccessOptions;
import io.ipbx.mock.MockOptions;
import io.ipbx.mock.Preset;
import io.ipbx.mock.SwitchboardOptions;
import io.ipbx.mock.config.ValueType.Flag;
import io.ipbx.mock.config.ValueType.Text;
import io.ipbx.mock.config.ValueType.Whole;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The JSON Schema of a configuration file, made from {@link Settings}. */
public final class ConfigSchema {

  static final String PRESETS = "presets";

  /** Lists that stand in the file as in the options' JSON. */
  static final List<String> LISTS = List.of("switchboards", "users", "accesses", "faults");

  private static final Whole SWITCHBOARD_ID = new Whole("id", 1, Integer.MAX_VALUE);

  private ConfigSchema() {}

  /** A new copy of it. */
  public static JsonObject json() {
    JsonObject defaults = new MockOptions().toJson();
    JsonObject members = settings(setting -> !setting.behaviour());
    members.mergeIn(behaviour());
    members.put(
        PRESETS,
        new JsonObject()
            .put("type", "object")
            .put("description", "Presets of one's own, to be chosen by their names.")
            .put("additionalProperties", closed(settings(Setting::behaviour))));
    members.put("switchboards", list(switchboard(), "The PBXs of the world."));
    members.put("users", list(user(), "Who can be impersonated; at least two."));
    members.put("accesses", list(access(), "The API accesses there are."));
    members.put(
        "faults",
        new JsonObject()
            .put("type", "array")
            .put("description", "The ways in which it misbehaves from the start.")
            .put("items", FaultSchema.json()));
    LISTS.forEach(name -> members.getJsonObject(name).put("default", defaults.getJsonArray(name)));
    return new JsonObject()
        .put("$schema", "https://json-schema.org/draft/2020-12/schema")
        .put("title", "Configuration of the IPBX mock server")
        .mergeIn(closed(members));
  }

  private static JsonObject behaviour() {
    String builtIn = String.join(", ", Arrays.stream(Preset.values()).map(Preset::label).toList());
    return new JsonObject()
        .put(
            Settings.PRESET,
            new Text()
                .schema()
                .put(
                    "description",
                    "What nothing else is said about: " + builtIn + ", or one of 'presets'."))
        .mergeIn(settings(Setting::behaviour));
  }

  private static JsonObject settings(Predicate<Setting> which) {
    Map<String, Object> defaults = Settings.defaults();
    JsonObject members = new JsonObject();
    for (Setting setting : Settings.ALL) {
      if (which.test(setting)) {
        JsonObject schema = described(setting.type(), setting.description());
        // How many event loops there are depends on the machine.
        members.put(
            setting.name(),
            setting.name().equals("event-loops")
                ? schema
                : schema.put("default", defaults.get(setting.name())));
      }
    }
    return members;
  }

  private static JsonObject closed(JsonObject members, String... required) {
    JsonObject schema =
        new JsonObject()
            .put("type", "object")
            .put("additionalProperties", false)
            .put("properties", members);
    return required.length == 0 ? schema : schema.put("required", new JsonArray(List.of(required)));
  }

  private static JsonObject list(JsonObject item, String description) {
    return new JsonObject()
        .put("type", "array")
        .put("description", description)
        .put("minItems", 1)
        .put("items", item);
  }

  private static JsonObject switchboard() {
    JsonObject defaults = new SwitchboardOptions().toJson();
    return closed(
        new JsonObject()
            .put("id", described(SWITCHBOARD_ID, "By which accesses and users name it."))
            .put("name", described(new Text(), "Shown in the portal and by the REST API."))
            .put("host", described(new Text(), "The name of its machine."))
            .put(
                "version",
                described(new Text(), "Of its software.")
                    .put("default", defaults.getString("version"))),
        "id",
        "name",
        "host");
  }

  private static JsonObject user() {
    return closed(
        new JsonObject()
            .put("email", described(new Text(), "In any case."))
            .put("name", described(new Text(), "First name, space, last name."))
            .put("switchboard", described(SWITCHBOARD_ID, "The first when not said.")),
        "email",
        "name");
  }

  private static JsonObject access() {
    JsonObject defaults = new AccessOptions().toJson();
    JsonObject members =
        new JsonObject()
            .put("email", described(new Text(), "Its user name, in any case."))
            .put("password", described(new Text(), "Must keep to the portal's policy."))
            .put("switchboard", described(SWITCHBOARD_ID, "The first when not said."))
            .put("impersonation", described(new Flag(), "May impersonate and use all of the API."))
            .put("enabled", described(new Flag(), "A disabled access is refused."));
    for (String name : List.of("password", "impersonation", "enabled")) {
      members.getJsonObject(name).put("default", defaults.getValue(name));
    }
    return closed(members, "email");
  }

  private static JsonObject described(ValueType type, String description) {
    String unit = type instanceof Whole whole ? whole.unit() : "";
    return type.schema()
        .put("description", description + (unit.endsWith("seconds") ? " In " + unit + "." : ""));
  }
}
