package io.ipbx.mock;

import io.ipbx.mock.config.ConfigException;
import io.ipbx.mock.config.ConfigFile;
import io.ipbx.mock.impl.MockServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The subcommand that starts nothing. */
final class CheckCommand implements Callable<Integer> {

  private final PositionalParamSpec file =
      PositionalParamSpec.builder()
          .paramLabel("FILE")
          .type(Path.class)
          .required(true)
          .description("In YAML, as for --config.")
          .build();

  CommandSpec spec() {
    CommandSpec spec = Commands.of(this, "check").addPositional(file);
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put("0", "there is none");
    codes.put("1", "there are mistakes");
    codes.put("2", "the file cannot be read");
    spec.usageMessage()
        .description("Checks a configuration and starts nothing; lists all mistakes.")
        .exitCodeListHeading("Exit codes:%n")
        .exitCodeList(codes);
    return spec;
  }

  @Override
  public Integer call() {
    Path file = this.file.getValue();
    try {
      ConfigFile.check(file, MockServer::tryOut);
    } catch (ConfigException wrong) {
      System.err.println(wrong.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    } catch (IOException unreadable) {
      System.err.println("cannot read " + file + ": " + unreadable);
      return CommandLine.ExitCode.USAGE;
    }
    System.out.println(file + " is fine");
    return CommandLine.ExitCode.OK;
  }
}
