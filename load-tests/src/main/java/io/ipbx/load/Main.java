package io.ipbx.load;

import io.ipbx.load.demo.DemoCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The load tests as a program. */
@Command(
    name = "ipbx-load-tests",
    description = "Load and storm tests of token refresh.",
    mixinStandardHelpOptions = true,
    subcommands = DemoCommand.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args.length == 0 ? new String[] {"-h"} : args));
  }
}
