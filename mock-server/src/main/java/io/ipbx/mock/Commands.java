package io.ipbx.mock;

import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What the program and its subcommands have in common. They are described by calls: picocli's
 * annotations are classes made at run time, and would take a tenth of the start.
 */
final class Commands {

  private Commands() {}

  /**
   * @param work a {@link Runnable} or {@link java.util.concurrent.Callable}
   */
  static CommandSpec of(Object work, String name) {
    return CommandSpec.wrapWithoutInspection(work)
        .name(name)
        .versionProvider(version())
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build())
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print version information and exit.")
                .build());
  }

  private static IVersionProvider version() {
    String version = Main.class.getPackage().getImplementationVersion();
    String named = "ipbx-mock-server " + (version == null ? "(from source)" : version);
    return () -> new String[] {named};
  }
}
