package io.ipbx.mock;

import io.ipbx.mock.config.Setting;
import io.ipbx.mock.config.Settings;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The mock as a program: prints its base URL once it listens, and stops on a signal. */
public final class Main implements Callable<Integer> {

  private static final long GRACE_SECONDS = 5;

  private static final String CONFIG = "--config";
  private static final String READY_FILE = "--ready-file";

  /** Comes up on another core while the arguments are read. */
  private final CompletableFuture<Vertx> starting = CompletableFuture.supplyAsync(Main::vertx);

  private final CommandSpec spec = Commands.of(this, "ipbx-mock-server");
  private boolean serving;

  private Main() {
    spec.addOption(file(CONFIG, "YAML that says the same by the same names, and more."))
        .addOption(file(READY_FILE, "Written with the base URL once the mock listens."));
    CommandLineOptions.addTo(spec);
    spec.addSubcommand("check", new CheckCommand().spec());
    spec.addSubcommand("schema", new SchemaCommand().spec());
    spec.usageMessage()
        .sortOptions(false)
        .description("The IPEX auth server, portal and APIs in one offline process.")
        .footer(
            "",
            "Each option is also the variable IPBX_MOCK_<NAME>, as IPBX_MOCK_TOKEN_TTL, and",
            "all but the two files a name in the file, as token-ttl. The command line goes",
            "over the environment, the environment over the file. --no-<switch> turns off",
            "what one of them turned on.");
  }

  private static OptionSpec file(String name, String description) {
    return OptionSpec.builder(name)
        .paramLabel("FILE")
        .type(Path.class)
        .defaultValue("${env:" + Setting.variable(name.substring(2)) + "}")
        .description(description)
        .build();
  }

  private @Nullable Path given(String file) {
    return spec.findOption(file).getValue();
  }

  public static void main(String[] args) {
    // What a server that calls nobody can do without, and would wait for at its start.
    System.setProperty("vertx.disableDnsResolver", "true");
    System.setProperty("io.netty.jfr.enabled", "false");
    // No option is of these types, whose classes picocli would load.
    System.setProperty("picocli.converters.excludes", "java.sql.*,java.time.*");
    Main main = new Main();
    int exit = new CommandLine(main.spec).execute(args);
    if (!main.serving) {
      System.exit(exit);
    }
  }

  /** What its workers do keeps a core busy, so more of them would only take memory. */
  private static Vertx vertx() {
    return Vertx.vertx(
        new VertxOptions().setWorkerPoolSize(Runtime.getRuntime().availableProcessors()));
  }

  @Override
  public Integer call() {
    MockOptions wanted;
    Path readyFile = given(READY_FILE);
    try {
      Map<String, String> environment = System.getenv();
      Settings.strangers(environment).forEach(System.err::println);
      wanted =
          CommandLineOptions.read(given(CONFIG), environment, spec.commandLine().getParseResult());
      if (readyFile != null) {
        // Whoever waits for the file must not find that of an earlier run.
        Files.deleteIfExists(readyFile);
      }
    } catch (IllegalArgumentException | IOException wrong) {
      System.err.println(wrong.getMessage());
      return CommandLine.ExitCode.USAGE;
    }
    Vertx vertx = starting.join();
    MockIpbx mock;
    try {
      mock = MockIpbx.start(vertx, wanted).await();
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      vertx.close().await();
      return CommandLine.ExitCode.USAGE;
    } catch (Exception cannotListen) {
      // Waiting throws what the future failed with, checked or not.
      System.err.println(
          "cannot listen on " + wanted.getHost() + ":" + wanted.getPort() + ": " + cannotListen);
      vertx.close().await();
      return CommandLine.ExitCode.SOFTWARE;
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(mock, vertx), "mock-stop"));
    try {
      announce(readyFile, mock.url());
    } catch (IOException cannotWrite) {
      System.err.println("cannot write " + readyFile + ": " + cannotWrite);
      return CommandLine.ExitCode.SOFTWARE;
    }
    serving = true;
    NativeMemory.trimFromTimeToTime(vertx);
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

  private static void announce(@Nullable Path readyFile, String url) throws IOException {
    if (readyFile != null) {
      Path whole = readyFile.toAbsolutePath();
      Path part = whole.resolveSibling(whole.getFileName() + ".part");
      Files.writeString(part, url);
      // Whoever waits for the file must never read half of it.
      Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
    System.out.println(url);
  }
}
