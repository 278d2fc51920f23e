package io.ipbx.mock.pbx;

import io.ipbx.mock.http.ApiRequest;
import io.ipbx.mock.http.Boom;
import io.ipbx.mock.http.NotFoundException;
import io.ipbx.mock.http.Operation;
import io.ipbx.mock.pbx.audio.Audio;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /recordings/{filename}} and {@code GET /recordings/{filename}/ipbx/{pbxId}}: the
 * sound, or the range of it that is asked for.
 *
 * @param switchboard where {@code pbxId} stands; null when it is absent
 */
record GetRecording(
    Vertx vertx, World world, String id, Function<ApiRequest, @Nullable String> switchboard)
    implements Operation {

  /** Up to here an answer is sent in one. */
  private static final int SHORT = 1 << 20;

  @Override
  public Future<Object> answer(ApiRequest request) {
    RecordingFile file = RecordingFile.named(world, request.pathText("filename"));
    String pbxId = switchboard.apply(request);
    if (!world.asker(request).maySee(file.call())
        || (pbxId != null && !world.isOf(file.call(), pbxId))) {
      throw new NotFoundException("there is no recording '" + file.name() + "'");
    }
    Audio audio = file.audio();
    String tag = "\"" + file.call().uniqueId() + "-" + audio.length() + "\"";
    HttpServerResponse response = request.exchange().response();
    response
        .putHeader(HttpHeaders.ACCEPT_RANGES, "bytes")
        .putHeader(HttpHeaders.ETAG, tag)
        .putHeader(HttpHeaders.CONTENT_TYPE, audio.type());
    String condition = request.header("If-Range");
    ByteRange range =
        condition == null || condition.equals(tag)
            ? ByteRange.of(request.header("Range"), audio.length())
            : null;
    if (range == null) {
      return send(request, audio, new ByteRange(0, audio.length()));
    }
    if (range.isEmpty()) {
      response.putHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + audio.length());
      Boom.answer(request.exchange(), 416, "the file has " + audio.length() + " bytes");
      return nothing();
    }
    response
        .setStatusCode(206)
        .putHeader(
            HttpHeaders.CONTENT_RANGE,
            "bytes " + range.from() + "-" + (range.end() - 1) + "/" + audio.length());
    return send(request, audio, range);
  }

  private Future<Object> send(ApiRequest request, Audio audio, ByteRange range) {
    long length = range.end() - range.from();
    if (length <= SHORT) {
      return vertx
          .executeBlocking(() -> audio.read(range.from(), range.end()), false)
          .compose(bytes -> request.exchange().end(bytes))
          .mapEmpty();
    }
    request.exchange().response().putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(length));
    AtomicLong at = new AtomicLong(range.from());
    return Chunks.send(
        vertx,
        request.exchange(),
        () -> {
          long from = at.getAndAdd(Chunks.SIZE);
          return from >= range.end() ? null : chunk(audio, from, range.end());
        });
  }

  private static Buffer chunk(Audio audio, long from, long end) {
    return audio.read(from, Math.min(end, from + Chunks.SIZE));
  }

  private static Future<Object> nothing() {
    return Future.<Void>succeededFuture().mapEmpty();
  }
}
