package io.ipbx.load.bench;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Runs the benchmarks, all or one; each prints its results as a table. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    subcommands = {
      HotPathCommand.class,
      RequestCommand.class,
      StampedeCommand.class,
      IdentitiesCommand.class
    })
public final class Bench implements Callable<Integer> {

  private Bench() {}

  @Override
  public Integer call() {
    return List.of("hot-path", "request", "stampede", "identities").stream()
        .mapToInt(Bench::run)
        .max()
        .getAsInt();
  }

  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String... args) {
    return new CommandLine(new Bench()).execute(args);
  }
}
