package io.ipbx.sdk.pbx;

import io.ipbx.sdk.BodyStream;
import io.ipbx.sdk.ErrorDetail;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxRequest;
import io.ipbx.sdk.UnexpectedReplyException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystem;
import io.vertx.core.streams.WriteStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that can be fetched, as a stream and never as a whole. Nothing is sent before one of its
 * methods asks for it, and each time anew. Futures complete on the Vert.x context of their caller.
 */
public final class Download {

  private static final int PARTIAL_CONTENT = 206;

  private final IpbxClient client;
  private final String target;
  private final boolean inParts;
  private final @Nullable Duration timeout;

  Download(IpbxClient client, String target, boolean inParts, @Nullable Duration timeout) {
    this.client = client;
    this.target = target;
    this.inParts = inParts;
    this.timeout = timeout;
  }

  /**
   * The same with a timeout of its own: for the head of the answer, and then for each time that the
   * bytes stand still.
   */
  public Download withTimeout(Duration timeout) {
    return new Download(client, target, inParts, timeout);
  }

  /** The bytes, waiting to be read. */
  public Future<BodyStream> open() {
    return client.open(request());
  }

  /**
   * The bytes from {@code first} to {@code last}, waiting to be read; fails with {@link
   * UnexpectedReplyException} where the server gives the whole only, and with {@link
   * io.ipbx.sdk.InvalidRequestException} where the bytes end before.
   *
   * @param first from 0
   * @param last inclusive; null for the end
   * @throws IllegalStateException when it {@linkplain #hasParts has no parts}
   */
  public Future<BodyStream> open(long first, @Nullable Long last) {
    if (!inParts) {
      throw new IllegalStateException(this + " is made anew each time: it has no parts");
    }
    if (first < 0 || (last != null && last < first)) {
      throw new IllegalArgumentException(
          "range is " + first + " to " + last + ": allowed are 0 and more, in order");
    }
    return openFrom(first, last, null)
        .compose(body -> startsAt(first, body) ? Future.succeededFuture(body) : noParts(body));
  }

  /**
   * Writes the bytes to {@code sink} as fast as it takes them, and ends it. When that fails nothing
   * more is fetched, and the sink is left as it is.
   */
  public Future<Void> to(WriteStream<Buffer> sink) {
    return open().compose(body -> pipe(body, sink));
  }

  /**
   * Writes the bytes to a file, which is there once it is whole and replaces what was there. Until
   * then they are in a file beside it that ends in {@code .part}: after a failure another call goes
   * on where that ends, if the server gives parts and has the same version still, else from the
   * start. A server that names no version, by a strong {@code ETag}, is taken to have but one.
   */
  public Future<Void> toFile(FileSystem files, String path) {
    return new FileDownload(this, files, path).start();
  }

  /** Whether the server may be asked for parts; what it makes anew each time has none. */
  public boolean hasParts() {
    return inParts;
  }

  String target() {
    return target;
  }

  /**
   * @param version if it is another one by now the whole is given (RFC 9110 section 13.1.5)
   */
  Future<BodyStream> openFrom(long first, @Nullable Long last, @Nullable String version) {
    IpbxRequest part =
        request().header("Range", "bytes=" + first + "-" + (last == null ? "" : last));
    return client.open(version == null ? part : part.header("If-Range", version));
  }

  /** Whether {@code body} is the part that begins at {@code first}. */
  static boolean startsAt(long first, BodyStream body) {
    String range = body.headers().get("Content-Range");
    return body.status() == PARTIAL_CONTENT
        && range != null
        && range.startsWith("bytes " + first + "-");
  }

  static Future<Void> pipe(BodyStream body, WriteStream<Buffer> sink) {
    return body.pipe().endOnFailure(false).to(sink).onFailure(cause -> body.close());
  }

  private IpbxRequest request() {
    // What is squeezed on the way has other offsets than what is written.
    IpbxRequest request = IpbxRequest.get(target).header("Accept-Encoding", "identity");
    return timeout == null ? request : request.timeout(timeout);
  }

  private static Future<BodyStream> noParts(BodyStream body) {
    body.close();
    return Future.failedFuture(
        new UnexpectedReplyException(
            "the server gives the whole instead of the part that was asked for",
            new ErrorDetail(body.status(), null, null)));
  }

  @Override
  public String toString() {
    return "Download of " + target;
  }
}
