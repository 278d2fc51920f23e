package io.ipbx.mock.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request on a raw socket whose head the mock has read, and whose body is yet to come. */
public final class HalfSent implements AutoCloseable {

  private final Socket socket;
  private final BufferedReader in;
  private final String body;

  private HalfSent(Socket socket, String body) throws IOException {
    this.socket = socket;
    this.body = body;
    this.in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
  }

  /** A form on its way to {@code path}; the mock says itself that it has got the head. */
  public static HalfSent to(RunningMock mock, String path, String form) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), mock.mock().port());
    socket.setSoTimeout(10_000);
    HalfSent half = new HalfSent(socket, form);
    half.write(
        "POST "
            + path
            + " HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + form.length()
            + "\r\n\r\n");
    if (!half.in.readLine().startsWith("HTTP/1.1 100")) {
      throw new AssertionError("the mock did not ask for the body");
    }
    half.in.readLine();
    return half;
  }

  private void write(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Sends the body; the first line of the answer. */
  public String finish() throws IOException {
    write(body);
    return in.readLine();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
