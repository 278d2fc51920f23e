package io.ipbx.load;

import io.ipbx.load.bench.OverheadCommand;
import io.ipbx.load.cluster.AgentCommand;
import io.ipbx.load.demo.DemoCommand;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** The load tests as a program. */
@Command(
    name = "ipbx-load-tests",
    description = "Load and storm tests of token refresh, with a verdict and a report.",
    mixinStandardHelpOptions = true,
    subcommands = {
      DemoCommand.class,
      ListCommand.class,
      RunCommand.class,
      CompareCommand.class,
      AgentCommand.class,
      ReportCommand.class,
      OverheadCommand.class
    },
    synopsisSubcommandLabel = "COMMAND")
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    System.exit(run(args.length == 0 ? new String[] {"-h"} : args));
  }

  /** 0 when every check passed, 1 when one did not or the run broke off, 2 for wrong usage. */
  static int run(String... args) {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              boolean missing = failure instanceof NoSuchFileException;
              System.err.println((missing ? "there is no file " : "") + failure.getMessage());
              return missing || failure instanceof IllegalArgumentException
                  ? ExitCode.USAGE
                  : ExitCode.SOFTWARE;
            })
        .execute(args);
  }
}
