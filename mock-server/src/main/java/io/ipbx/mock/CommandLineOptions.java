package io.ipbx.mock;

import io.ipbx.mock.config.ConfigFile;
import io.ipbx.mock.config.Configuration;
import io.ipbx.mock.config.Setting;
import io.ipbx.mock.config.Settings;
import io.ipbx.mock.config.ValueType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The settings as options of the program: the file is asked first, then the environment. */
final class CommandLineOptions {

  private static final String PRESET = "--" + Settings.PRESET;

  private CommandLineOptions() {}

  static void addTo(CommandSpec program) {
    Map<String, Object> defaults = Settings.defaults();
    program.addOption(
        OptionSpec.builder(PRESET)
            .paramLabel("NAME")
            .type(String.class)
            .description("What nothing else is said about: wiki-v11, current, or one of the file.")
            .defaultValue(Preset.WIKI_V11.label())
            .showDefaultValue(Visibility.ALWAYS)
            .build());
    for (Setting setting : Settings.ALL) {
      if (setting.type() instanceof ValueType.Flag) {
        program.addOption(flag("--", setting).build());
        program.addOption(flag("--no-", setting).hidden(true).build());
      } else {
        program.addOption(valued(setting, String.valueOf(defaults.get(setting.name()))));
      }
    }
  }

  private static OptionSpec.Builder flag(String prefix, Setting setting) {
    return OptionSpec.builder(prefix + setting.name())
        .arity("0")
        .type(boolean.class)
        .description(setting.description());
  }

  private static OptionSpec valued(Setting setting, String byDefault) {
    String label =
        setting.type() instanceof ValueType.Whole whole
            ? whole.unit()
            : setting.type() instanceof ValueType.Text || setting.type() instanceof ValueType.Url
                ? setting.name()
                : "one of";
    String allowed =
        setting.type() instanceof ValueType.Constants constants
            ? constants.allowed().replaceAll("[\\[\\]]", "") + ". "
            : "";
    return OptionSpec.builder("--" + setting.name())
        .paramLabel(label.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_'))
        .type(String.class)
        .description(allowed + setting.description())
        .defaultValue(byDefault)
        .showDefaultValue(Visibility.ALWAYS)
        .build();
  }

  /**
   * What file, environment and command line say together, the later over the earlier.
   *
   * @throws IllegalArgumentException naming what is wrong and what is allowed
   */
  static MockOptions read(
      @Nullable Path file, Map<String, String> environment, ParseResult commandLine)
      throws IOException {
    Configuration said = file == null ? Configuration.silent() : ConfigFile.read(file);
    return said.with(Settings.fromEnvironment(environment))
        .with(given(commandLine))
        .over(new MockOptions());
  }

  private static Map<String, Object> given(ParseResult commandLine) {
    Map<String, Object> given = new LinkedHashMap<>();
    if (commandLine.hasMatchedOption(PRESET)) {
      given.put(Settings.PRESET, commandLine.matchedOptionValue(PRESET, ""));
    }
    for (Setting setting : Settings.ALL) {
      String option = "--" + setting.name();
      if (setting.type() instanceof ValueType.Flag) {
        if (commandLine.hasMatchedOption(option)) {
          given.put(setting.name(), true);
        }
        if (commandLine.hasMatchedOption("--no-" + setting.name())) {
          given.put(setting.name(), false);
        }
      } else if (commandLine.hasMatchedOption(option)) {
        String text = commandLine.matchedOptionValue(option, "");
        given.put(setting.name(), setting.read(option, text));
      }
    }
    return given;
  }
}
