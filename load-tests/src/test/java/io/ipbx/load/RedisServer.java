package io.ipbx.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** A real Redis, empty at first, which keeps nothing. */
final class RedisServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final int port;
  private final Process process;

  RedisServer() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    String settings = "bind 127.0.0.1\nport " + port + "\nsave \"\"\nappendonly no\n";
    process = new ProcessBuilder("redis-server", "-").redirectOutput(Redirect.DISCARD).start();
    process.getOutputStream().write(settings.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    Instant end = Instant.now().plus(PATIENCE);
    while (!ask("PING").equals("+PONG")) {
      if (Instant.now().isAfter(end)) {
        throw new IOException("redis-server does not answer");
      }
      Thread.onSpinWait();
    }
  }

  String url() {
    return "redis://127.0.0.1:" + port;
  }

  /** Its answer to a command, in one line; empty when nobody listens. */
  String ask(String command) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
          .readLine();
    } catch (java.net.ConnectException notYet) {
      return "";
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
