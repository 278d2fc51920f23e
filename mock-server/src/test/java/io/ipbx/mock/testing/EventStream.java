package io.ipbx.mock.testing;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Server-sent events on a raw socket with a small buffer, read as slowly as the test likes. */
public final class EventStream implements AutoCloseable {

  /** One event. */
  public record Event(String name, JsonObject data) {}

  private final Socket socket = new Socket();
  private final BufferedReader in;

  private EventStream(RunningMock mock, String path) throws IOException {
    socket.setReceiveBufferSize(4_096);
    socket.setSoTimeout(10_000);
    socket.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), mock.mock().port()), 10_000);
    socket
        .getOutputStream()
        .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  /** A stream that has begun: what ends from now on will be told. */
  public static EventStream open(RunningMock mock, String path) throws IOException {
    EventStream stream = new EventStream(mock, path);
    String line = stream.line();
    while (!line.equals(": following")) {
      line = stream.line();
    }
    return stream;
  }

  private String line() throws IOException {
    String line = in.readLine();
    if (line == null) {
      throw new IOException("the stream has ended");
    }
    return line;
  }

  /** The next event; whatever stands between events, chunk lengths among it, is passed over. */
  public Event next() throws IOException {
    String line = line();
    while (!line.startsWith("event: ")) {
      line = line();
    }
    String data = line();
    return new Event(line.substring(7), new JsonObject(data.substring("data: ".length())));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
