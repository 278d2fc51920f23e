package io.ipbx.sdk.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A {@link ClusterNode} in a JVM of its own: one line of text asks, one answers. */
final class NodeProcess implements AutoCloseable {

  private static final long SECONDS = 60;

  private final Process process;
  private final BufferedReader answers;
  private final Writer questions;

  NodeProcess(String mockUrl, int port, int seed) {
    try {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-XX:TieredStopAtLevel=1",
                  "-D" + Infinispan.PROPERTY + "=" + System.getProperty(Infinispan.PROPERTY, ""),
                  "-cp",
                  System.getProperty(
                      "surefire.test.class.path", System.getProperty("java.class.path")),
                  ClusterNode.class.getName(),
                  mockUrl,
                  String.valueOf(port),
                  String.valueOf(seed))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    answers = process.inputReader(StandardCharsets.UTF_8);
    questions = process.outputWriter(StandardCharsets.UTF_8);
  }

  void ask(String question) {
    try {
      questions.write(question + "\n");
      questions.flush();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** The next line; "gone" when there is none because the process has ended. */
  String answer() {
    CompletableFuture<String> line = CompletableFuture.supplyAsync(this::read);
    try {
      return line.get(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException none) {
      throw new AssertionError("no answer from the node within " + SECONDS + " s", none);
    }
  }

  private String read() {
    try {
      String line = answers.readLine();
      return line == null ? "gone" : line;
    } catch (IOException gone) {
      return "gone";
    }
  }

  /** As {@code kill -9}. */
  void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    kill();
  }
}
