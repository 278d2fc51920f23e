package io.ipbx.mock;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The mock as a program: prints its base URL once it listens, and stops on a signal. */
@Command(
    name = "ipbx-mock-server",
    description = "The IPEX auth server, portal and APIs in one offline process.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false)
public final class Main implements Callable<Integer> {

  private static final long GRACE_SECONDS = 5;

  @Mixin private final CommandLineOptions options = new CommandLineOptions();

  @Option(
      names = "--ready-file",
      paramLabel = "FILE",
      description = "Written with the base URL once the mock listens.")
  private @Nullable Path readyFile;

  /** Comes up on another core while the arguments are read. */
  private final CompletableFuture<Vertx> starting = CompletableFuture.supplyAsync(Vertx::vertx);

  private Main() {}

  public static void main(String[] args) {
    // What a server that calls nobody can do without, and would wait for at its start.
    System.setProperty("vertx.disableDnsResolver", "true");
    System.setProperty("io.netty.jfr.enabled", "false");
    CommandLine command = new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
    int exit = command.execute(args);
    if (exit != 0 || command.isUsageHelpRequested() || command.isVersionHelpRequested()) {
      System.exit(exit);
    }
  }

  @Override
  public Integer call() throws IOException {
    MockOptions wanted;
    try {
      wanted = options.toMockOptions();
    } catch (IllegalArgumentException | IOException wrong) {
      System.err.println(wrong.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    Vertx vertx = starting.join();
    MockIpbx mock;
    try {
      mock = MockIpbx.start(vertx, wanted).await();
    } catch (Exception cannotListen) {
      // Waiting throws what the future failed with, checked or not.
      System.err.println(
          "cannot listen on " + wanted.getHost() + ":" + wanted.getPort() + ": " + cannotListen);
      vertx.close().await();
      return CommandLine.ExitCode.SOFTWARE;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(mock, vertx), "mock-stop"));
    announce(mock.url());
    return CommandLine.ExitCode.OK;
  }

  private static void stop(MockIpbx mock, Vertx vertx) {
    try {
      // One after the other: what follows a stop on its own event loop is lost with that loop.
      mock.stop().await(GRACE_SECONDS, TimeUnit.SECONDS);
      vertx.close().await(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception late) {
      System.err.println("did not stop in order: " + late);
    }
  }

  private void announce(String url) throws IOException {
    if (readyFile != null) {
      Path whole = readyFile.toAbsolutePath();
      Path part = whole.resolveSibling(whole.getFileName() + ".part");
      Files.writeString(part, url);
      // Whoever waits for the file must never read half of it.
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
    System.out.println(url);
  }

  static final class Version implements CommandLine.IVersionProvider {

    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"ipbx-mock-server " + (version == null ? "(from source)" : version)};
    }
  }
}
