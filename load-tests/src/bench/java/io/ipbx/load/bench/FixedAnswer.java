package io.ipbx.load.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Answers every request with the same bytes, in a process of its own: it looks for the ends of
 * requests and at nothing else, so that what is measured is the client.
 */
final class FixedAnswer implements AutoCloseable {

  private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final Buffer ANSWER =
      Buffer.buffer(
          """
          HTTP/1.1 200 OK\r
          Content-Type: application/json\r
          Content-Length: 11\r
          \r
          {"ok":true}\
          """);

  private final Process process;
  private final int port;

  private FixedAnswer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static FixedAnswer start() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                System.getProperty("java.class.path"),
                FixedAnswer.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
      return new FixedAnswer(process, Integer.parseInt(String.valueOf(out.readLine())));
    } catch (IOException | NumberFormatException notUp) {
      process.destroy();
      throw new IOException("the server with the fixed answer did not start", notUp);
    }
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    process.destroy();
  }

  /** The process: prints its port and ends with whoever started it. */
  public static void main(String[] args) throws IOException {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    NetServer server =
        vertx.createNetServer().connectHandler(FixedAnswer::serve).listen(0, "127.0.0.1").await();
    System.out.println(server.actualPort());
    while (System.in.read() >= 0) {
      // Until the other side is gone.
    }
    vertx.close().await();
  }

  private static void serve(NetSocket socket) {
    int[] matched = {0};
    socket.handler(
        bytes -> {
          for (int i = 0; i < bytes.length(); i++) {
            byte b = bytes.getByte(i);
            matched[0] = b == END[matched[0]] ? matched[0] + 1 : b == END[0] ? 1 : 0;
            if (matched[0] == END.length) {
              matched[0] = 0;
              socket.write(ANSWER);
            }
          }
        });
  }
}
