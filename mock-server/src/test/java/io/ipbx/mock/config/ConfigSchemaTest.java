package io.ipbx.mock.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.MockOptions;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ConfigSchemaTest {

  private static final Path IN_DOCS = Path.of("..", "docs", "mock-config.schema.json");

  @Test
  void the_schema_in_docs_is_that_of_the_reader() throws Exception {
    assertThat(new JsonObject(Files.readString(IN_DOCS)))
        .as(
            "%s is out of date: run 'java -jar mock-server/target/ipbx-mock-server.jar schema >"
                + " docs/mock-config.schema.json'",
            IN_DOCS)
        .isEqualTo(new JsonObject(ConfigSchema.json().encode()));
  }

  @Test
  void each_option_and_each_setting_can_be_said() {
    JsonObject options = new MockOptions().toJson();
    TreeSet<String> members = new TreeSet<>(options.fieldNames());
    members.addAll(options.getJsonObject("settings").fieldNames());
    members.remove("settings");

    TreeSet<String> sayable = new TreeSet<>(ConfigSchema.LISTS);
    Settings.ALL.forEach(setting -> sayable.add(setting.member()));

    assertThat(sayable).isEqualTo(members);
    assertThat(ConfigSchema.json().getJsonObject("properties").fieldNames())
        .containsAll(Settings.ALL.stream().map(Setting::name).toList())
        .containsAll(ConfigSchema.LISTS);
  }

  @Test
  void the_example_in_docs_is_read() throws Exception {
    String docs = Files.readString(Path.of("..", "docs", "mock-server.md"));
    String yaml = docs.substring(docs.indexOf("```yaml") + 7);
    yaml = yaml.substring(0, yaml.indexOf("```"));

    MockOptions options = ConfigFile.read("example", yaml).over(new MockOptions());

    assertThat(options.getCalls()).isEqualTo(100_000);
    assertThat(options.getSettings().getAccessTokenTtl()).isEqualTo(60);
    assertThat(options.getAccesses()).hasSize(2);
  }
}
