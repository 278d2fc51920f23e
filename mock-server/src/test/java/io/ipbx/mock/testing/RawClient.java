package io.ipbx.mock.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** One connection to a mock, byte by byte, so that nothing on the wire is hidden. */
public final class RawClient implements AutoCloseable {

  private static final int PATIENCE = 10_000;

  private final Socket socket;

  public RawClient(RunningMock mock) {
    this(connect(mock));
  }

  /** Over a socket that is connected already. */
  public RawClient(Socket socket) {
    this.socket = socket;
    patience(PATIENCE);
  }

  private static Socket connect(RunningMock mock) {
    try {
      return new Socket(InetAddress.getLoopbackAddress(), mock.mock().port());
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  private void patience(int millis) {
    try {
      socket.setSoTimeout(millis);
    } catch (IOException failed) {
      throw new AssertionError(failed);
    }
  }

  /** Sends a token request. */
  public RawClient token(String form) throws IOException {
    return send(
        "POST /token HTTP/1.1\r\nHost: mock\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            + "Content-Length: "
            + form.length()
            + "\r\n\r\n"
            + form);
  }

  public RawClient send(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return this;
  }

  /** The head of the answer, with the blank line. */
  public String head() throws IOException {
    StringBuilder head = new StringBuilder();
    InputStream in = socket.getInputStream();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the stream ended within the head: " + head);
      }
      head.append((char) next);
    }
    return head.toString();
  }

  /** The next bytes. */
  public String bytes(int count) throws IOException {
    return new String(socket.getInputStream().readNBytes(count), StandardCharsets.UTF_8);
  }

  /** All there is until the end of the stream. */
  public String rest() throws IOException {
    return new String(restOfBytes(), StandardCharsets.UTF_8);
  }

  /** The same, when it is no text. */
  public byte[] restOfBytes() throws IOException {
    return socket.getInputStream().readAllBytes();
  }

  /** The next bytes, which are no text. */
  public byte[] rawBytes(int count) throws IOException {
    return socket.getInputStream().readNBytes(count);
  }

  /** Whether nothing comes for that long; not even the end of the stream. */
  public boolean isSilentFor(int millis) throws IOException {
    patience(millis);
    try {
      int next = socket.getInputStream().read();
      throw new AssertionError("not silent: " + next);
    } catch (SocketTimeoutException silent) {
      return true;
    } finally {
      patience(PATIENCE);
    }
  }

  public static int contentLength(String head) {
    return Integer.parseInt(
        head.lines()
            .filter(line -> line.regionMatches(true, 0, "content-length:", 0, 15))
            .findFirst()
            .orElseThrow()
            .substring(15)
            .strip());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
