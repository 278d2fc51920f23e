package io.ipbx.mock;

import io.ipbx.mock.config.ConfigException;
import io.ipbx.mock.config.ConfigFile;
import io.ipbx.mock.impl.MockServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "check",
    description = "Checks a configuration and starts nothing; lists all mistakes.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:there is none", "1:there are mistakes", "2:the file cannot be read"})
final class CheckCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "In YAML, as for --config.")
  private @Nullable Path file;

  @Override
  public Integer call() {
    if (file == null) {
      return CommandLine.ExitCode.USAGE;
    }
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
