package io.ipbx.sdk.pbx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ipbx.sdk.BodyStream;
import io.ipbx.sdk.ConnectionFailedException;
import io.ipbx.sdk.InvalidRequestException;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.NotFoundException;
import io.ipbx.sdk.RequestTimeoutException;
import io.ipbx.sdk.UnexpectedReplyException;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.Request;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import io.vertx.junit5.VertxExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Recordings on their way to where they are wanted. */
@ExtendWith(VertxExtension.class)
class DownloadTest {

  private static final String NAME = "2026/02/27/a b*.mp3";
  private static final int HALF = 150_000;
  private static final Buffer AUDIO = audio(300_000);

  @TempDir private Path folder;
  private Vertx vertx;
  private Path file;

  @BeforeEach
  void take(Vertx vertx) {
    this.vertx = vertx;
    this.file = folder.resolve("call.mp3");
  }

  private static Buffer audio(int size) {
    byte[] bytes = new byte[size];
    new Random(7).nextBytes(bytes);
    return Buffer.buffer(bytes);
  }

  private World world(Function<Request, Reply> api) {
    return new World(vertx, AuthScript.wellBehaved().onApi(api));
  }

  private static Reply bytes(String head, Buffer bytes) {
    return new Reply(
        Buffer.buffer("HTTP/1.1 " + head + "\r\n\r\n").appendBuffer(bytes),
        false,
        Future.succeededFuture());
  }

  private static Reply whole() {
    return bytes("200 OK\r\nContent-Length: " + AUDIO.length(), AUDIO);
  }

  private static Reply cutInTheMiddle() {
    Reply half = bytes("200 OK\r\nContent-Length: " + AUDIO.length(), AUDIO.slice(0, HALF));
    return new Reply(half.bytes(), true, half.after());
  }

  private static Reply partFrom(int first) {
    int size = AUDIO.length();
    return bytes(
        "206 Partial Content\r\nContent-Range: bytes %d-%d/%d\r\nContent-Length: %d"
            .formatted(first, size - 1, size, size - first),
        AUDIO.slice(first, size));
  }

  private Future<Void> fetch(World world) {
    return world.client().recordings().get(NAME).toFile(vertx.fileSystem(), file.toString());
  }

  private byte[] written() throws IOException {
    return Files.readAllBytes(file);
  }

  private List<Path> parts() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(each -> each.toString().endsWith(".part")).toList();
    }
  }

  @Test
  void a_recording_becomes_a_file_and_nothing_stays_beside_it() throws IOException {
    Files.writeString(file, "older");
    try (World world = world(request -> whole())) {
      Await.result(fetch(world));

      assertThat(written()).isEqualTo(AUDIO.getBytes());
      assertThat(parts()).isEmpty();
      assertThat(world.server().apiCalls().get(0).target())
          .isEqualTo("/recordings/2026%2F02%2F27%2Fa%20b*.mp3");
      assertThat(world.server().apiCalls().get(0).header("accept-encoding")).isEqualTo("identity");
    }
  }

  @Test
  void after_a_cut_the_next_call_goes_on_where_the_bytes_ended() throws IOException {
    try (World world =
        world(request -> request.header("range").isEmpty() ? cutInTheMiddle() : partFrom(HALF))) {
      Throwable cut = Await.failure(fetch(world));

      assertThat(cut).isInstanceOf(ConnectionFailedException.class);
      assertThat(file).doesNotExist();
      assertThat(parts()).hasSize(1);

      Await.result(fetch(world));

      assertThat(written()).isEqualTo(AUDIO.getBytes());
      assertThat(parts()).isEmpty();
      assertThat(world.server().apiCalls().get(1).header("range")).isEqualTo("bytes=150000-");
    }
  }

  private static Reply tagged(Reply reply, String tag) {
    String text = reply.bytes().toString(StandardCharsets.ISO_8859_1);
    Buffer bytes =
        Buffer.buffer(text.replaceFirst("\r\n", "\r\nETag: " + tag + "\r\n"), "ISO-8859-1");
    return new Reply(bytes, reply.thenCut(), reply.after());
  }

  @Test
  void a_half_is_gone_on_with_while_the_server_has_the_same_version() throws IOException {
    String version = "\"1/a_b\"";
    try (World world =
        world(
            request ->
                request.header("range").isEmpty()
                    ? tagged(cutInTheMiddle(), version)
                    : tagged(partFrom(HALF), version))) {
      Await.failure(fetch(world));
      assertThat(parts()).hasSize(1);
      Await.result(fetch(world));

      assertThat(written()).isEqualTo(AUDIO.getBytes());
      assertThat(parts()).isEmpty();
      assertThat(world.server().apiCalls().get(0).header("if-range")).isEmpty();
      assertThat(world.server().apiCalls().get(1).header("if-range")).isEqualTo(version);
    }
  }

  @Test
  void a_half_of_an_older_version_is_begun_anew() throws IOException {
    Buffer newer = audio(1_000);
    try (World world =
        world(
            request ->
                request.header("range").isEmpty()
                    ? tagged(cutInTheMiddle(), "\"1\"")
                    : tagged(bytes("200 OK\r\nContent-Length: 1000", newer), "\"2\""))) {
      Await.failure(fetch(world));
      Await.result(fetch(world));

      assertThat(written()).isEqualTo(newer.getBytes());
      assertThat(parts()).isEmpty();
      assertThat(world.server().apiCalls()).hasSize(2);
    }
  }

  @Test
  void a_part_of_another_version_or_place_is_not_put_behind_a_half() throws IOException {
    for (Reply stranger : List.of(tagged(partFrom(HALF), "\"2\""), partFrom(HALF + 1))) {
      try (World world = world(request -> tagged(cutInTheMiddle(), "\"1\""))) {
        Await.failure(fetch(world));
        world
            .server()
            .follow(
                AuthScript.wellBehaved()
                    .onApi(request -> request.header("range").isEmpty() ? whole() : stranger));
        Await.result(fetch(world));

        assertThat(written()).isEqualTo(AUDIO.getBytes());
        assertThat(parts()).isEmpty();
      }
    }
  }

  @Test
  void a_server_without_parts_is_asked_for_the_whole_again() throws IOException {
    try (World world =
        world(request -> request.header("range").isEmpty() ? cutInTheMiddle() : whole())) {
      Await.failure(fetch(world));
      Await.result(fetch(world));

      assertThat(written()).isEqualTo(AUDIO.getBytes());
      assertThat(world.server().apiCalls()).hasSize(2);
    }
  }

  @Test
  void a_half_that_is_longer_than_the_whole_is_begun_anew() throws IOException {
    try (World world = world(request -> cutInTheMiddle())) {
      Await.failure(fetch(world));
      world
          .server()
          .follow(
              AuthScript.wellBehaved()
                  .onApi(
                      request ->
                          request.header("range").isEmpty()
                              ? whole()
                              : Reply.of(416, "text/plain", "")));
      Await.result(fetch(world));

      assertThat(written()).isEqualTo(AUDIO.getBytes());
    }
  }

  @Test
  void the_half_of_one_recording_is_not_taken_for_that_of_another() throws IOException {
    try (World world = world(request -> cutInTheMiddle())) {
      Await.failure(fetch(world));
      world.server().follow(AuthScript.wellBehaved().onApi(request -> whole()));
      Await.result(
          world
              .client()
              .recordings()
              .get("another.mp3")
              .toFile(vertx.fileSystem(), file.toString()));

      assertThat(written()).isEqualTo(AUDIO.getBytes());
      assertThat(world.server().apiCalls().get(1).header("range")).isEmpty();
    }
  }

  @Test
  void a_recording_that_is_not_there_makes_no_file() throws IOException {
    try (World world = world(request -> Reply.of(404, "text/plain", ""))) {
      assertThat(Await.failure(fetch(world))).isInstanceOf(NotFoundException.class);
      assertThat(file).doesNotExist();
      assertThat(parts()).isEmpty();
    }
  }

  @Test
  void a_part_is_given_as_it_was_asked_for_or_refused() {
    try (World world = world(request -> partFrom(HALF))) {
      Download download = world.client().recordings().getOfPbx(NAME, FlexibleId.of("7"));
      BodyStream body = Await.result(download.open(HALF, null));

      assertThat(body.status()).isEqualTo(206);
      assertThat(body.headers().get("content-length")).isEqualTo("150000");
      body.close();

      assertThat(Await.failure(download.open(5, 9L)))
          .isInstanceOf(UnexpectedReplyException.class)
          .hasMessageContaining("whole");
      assertThat(world.server().apiCalls().get(1).header("range")).isEqualTo("bytes=5-9");
      assertThatThrownBy(() -> download.open(5, 4L))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("5 to 4");
    }
  }

  @Test
  void a_part_past_the_end_is_an_invalid_request() {
    try (World world = world(request -> Reply.of(416, "text/plain", ""))) {
      assertThat(Await.failure(world.client().recordings().get(NAME).open(1, null)))
          .isInstanceOf(InvalidRequestException.class);
    }
  }

  @Test
  void a_body_that_failed_before_it_is_read_says_so_when_it_is() {
    try (World world = world(request -> cutInTheMiddle())) {
      BodyStream body = Await.result(world.client().recordings().get(NAME).open());
      Await.until(() -> world.server().openConnections() == 1, "only the token's connection");
      Promise<Throwable> failure = Promise.promise();
      body.exceptionHandler(failure::tryComplete);
      body.handler(bytes -> {}).resume();

      assertThat(Await.result(failure.future())).isInstanceOf(ConnectionFailedException.class);
    }
  }

  @Test
  void a_sink_that_fails_takes_the_request_back() {
    Reply half = bytes("200 OK\r\nContent-Length: " + AUDIO.length(), AUDIO.slice(0, HALF));
    try (World world = world(request -> half)) {
      IpbxClient client = world.client();
      Await.result(client.tokens().current());
      Await.until(() -> world.server().openConnections() == 1, "the login's connection is open");

      Throwable failure = Await.failure(client.recordings().get(NAME).to(new BrokenSink()));

      assertThat(failure).hasMessage("disk full");
      assertThat(world.server().apiCalls()).hasSize(1);
      Await.until(() -> world.server().openConnections() == 1, "nothing more is fetched");
    }
  }

  @Test
  void bytes_that_stand_still_fail_after_the_timeout_of_the_download() {
    try (World world =
        world(
            request ->
                bytes("200 OK\r\nContent-Length: " + AUDIO.length(), AUDIO.slice(0, HALF)))) {
      Download download = world.client().recordings().get(NAME).withTimeout(Duration.ofMillis(300));
      Throwable failure = Await.failure(download.toFile(vertx.fileSystem(), file.toString()));

      assertThat(failure).isInstanceOf(RequestTimeoutException.class);
    }
  }

  @Test
  void an_archive_holds_one_to_fifty_calls_and_has_no_parts() {
    try (World world = world(request -> whole())) {
      Recordings recordings = world.client().recordings();
      Download archive = recordings.download(List.of("1.1", "1.2"));
      Await.result(archive.toFile(vertx.fileSystem(), file.toString()));

      assertThat(world.server().apiCalls().get(0).target())
          .isEqualTo("/recordings/download?callId=1.1&callId=1.2");
      assertThat(archive.hasParts()).isFalse();
      assertThatThrownBy(() -> archive.open(1, null)).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> recordings.download(List.of()))
          .hasMessageContaining("callIds has 0 items: allowed are 1 to 50");
      assertThatThrownBy(() -> recordings.download(Collections.nCopies(51, "1.1")))
          .hasMessageContaining("51");
    }
  }

  @Test
  void a_name_that_names_nothing_is_refused_before_anything_is_sent() {
    try (World world = world(request -> whole())) {
      for (String name : List.of("", " ", ".", "..")) {
        assertThatThrownBy(() -> world.client().recordings().get(name))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("filename");
      }
      assertThat(world.server().requests()).isEmpty();
    }
  }

  @Test
  void a_batch_delete_names_something_and_not_too_much() {
    try (World world =
        world(
            request ->
                Reply.of(
                    200,
                    "application/json",
                    "{\"deleted\":[\"a\"],\"errors\":[{\"file\":\"b\",\"message\":\"busy\"}]}"))) {
      Recordings recordings = world.client().recordings();
      RecordingBatchDeleteResult result =
          Await.result(
              recordings.batchDelete(
                  new RecordingBatchDeleteRequest()
                      .setUserFilter(new RecordingUserFilter().setExtensions(List.of("201")))));

      assertThat(result.deleted()).containsExactly("a");
      assertThat(result.errors()).containsExactly(new RecordingDeleteError("b", "busy"));
      assertThat(world.server().apiCalls().get(0).body())
          .isEqualTo("{\"userFilter\":{\"extensions\":[\"201\"]}}");
      assertThatThrownBy(() -> recordings.batchDelete(new RecordingBatchDeleteRequest()))
          .hasMessageContaining("fileNames, callIds or userFilter");
      assertThatThrownBy(
              () ->
                  new RecordingBatchDeleteRequest()
                      .setFileNames(Collections.nCopies(1001, "a.mp3")))
          .hasMessageContaining("1 to 1000");
    }
  }

  /** Takes one buffer, and that badly. */
  private static final class BrokenSink implements WriteStream<Buffer> {

    @Override
    public WriteStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
      return this;
    }

    @Override
    public Future<Void> write(Buffer data) {
      return Future.failedFuture("disk full");
    }

    @Override
    public Future<Void> end() {
      return Future.succeededFuture();
    }

    @Override
    public WriteStream<Buffer> setWriteQueueMaxSize(int maxSize) {
      return this;
    }

    @Override
    public boolean writeQueueFull() {
      return false;
    }

    @Override
    public WriteStream<Buffer> drainHandler(Handler<Void> handler) {
      return this;
    }
  }
}
