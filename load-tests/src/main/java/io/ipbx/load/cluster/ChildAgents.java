package io.ipbx.load.cluster;

import io.ipbx.load.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Agents in processes that this one has started. */
final class ChildAgents implements AutoCloseable {

  /** What Hazelcast wants to get at, as the manifest of the runnable jar has it. */
  private static final List<String> OPENED =
      List.of(
          "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
          "--add-opens=java.management/sun.management=ALL-UNNAMED",
          "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED");

  /** For a short life. */
  private static final List<String> LEAN = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final List<Process> processes = new ArrayList<>();

  /** Starts them; they find {@code node} and end by themselves when it is gone. */
  ChildAgents(ClusterNode node, int count) {
    try {
      for (int number = 1; number <= count; number++) {
        processes.add(start(node, number));
      }
    } catch (IOException failed) {
      close();
      throw new UncheckedIOException("cannot start an agent: " + failed.getMessage(), failed);
    }
  }

  static String clusterName() {
    return "ipbx-load-" + UUID.randomUUID();
  }

  private static Process start(ClusterNode node, int number) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(LEAN);
    command.addAll(OPENED);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "agent",
            "--once",
            "--idle",
            "60s",
            "--name",
            "process-" + number));
    command.addAll(ClusterOptions.childOf(node));
    return new ProcessBuilder(command)
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.INHERIT)
        .start();
  }

  List<Process> processes() {
    return List.copyOf(processes);
  }

  /**
   * That all are alive.
   *
   * @throws IllegalStateException when one has ended
   */
  void check() {
    for (Process process : processes) {
      if (!process.isAlive()) {
        throw new IllegalStateException(
            "an agent's process ended by itself, exit code " + process.exitValue());
      }
    }
  }

  /** Ends them at once: they hold nothing. */
  @Override
  public void close() {
    processes.forEach(Process::destroyForcibly);
  }
}
