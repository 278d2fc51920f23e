package io.ipbx.sdk.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.testing.Await;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.junit5.VertxExtension;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What streams takes a heap that does not grow with it, in a virtual machine of its own. */
@ExtendWith(VertxExtension.class)
class SmallHeapTest {

  private static final int PAGES = Integer.getInteger("smallHeap.pages", 12);
  private static final int MEBIBYTES = 100;
  private static final Buffer MEBIBYTE = Buffer.buffer(new byte[1 << 20]);

  private static final String CALL =
      """
      {"user_id":"alice-id","line":201,"calldate":"2026-02-27T08:00:00+01:00","clid":"Novak",
      "src":"+420777888999","dst":"201","duration":95,"billsec":80,"disposition":"ANSWERED",
      "filename":"2026/02/27/1772175600.17.mp3","way":"In","trunk":"trunk-1","hangupcause":"16",
      "uniqueid":"1772175600.17","linkedid":"1772175600.17","organization":"Novak Ltd",
      "stamp":"2026-02-27T08:01:35+01:00","phoneNumber":"+420777888999","queue":"support",
      "user":{"login":"alice@example.com"},"endTime":"2026-02-27T08:01:35+01:00"}\
      """;

  private static final String ITEMS =
      String.join(",", Collections.nCopies(CallQuery.MAX_PAGE_SIZE, CALL));

  @Test
  void a_long_history_and_a_hundred_mebibytes_go_through_a_small_heap(
      Vertx vertx, @TempDir Path folder) throws Exception {
    HttpServer server =
        Await.result(
            vertx.createHttpServer().requestHandler(SmallHeapTest::serve).listen(0, "127.0.0.1"));
    Path file = folder.resolve("long.mp3");
    Path said = folder.resolve("said");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                SmallHeap.class.getName(),
                "http://127.0.0.1:" + server.actualPort(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      boolean ended = child.waitFor(5, TimeUnit.MINUTES);
      String output = Files.readString(said, StandardCharsets.UTF_8);

      assertThat(ended).as(output).isTrue();
      assertThat(output).contains("calls " + PAGES * CallQuery.MAX_PAGE_SIZE);
      assertThat(child.exitValue()).as(output).isZero();
      assertThat(Files.size(file)).isEqualTo((long) MEBIBYTES << 20);
    } finally {
      child.destroyForcibly();
      Await.result(server.close());
    }
  }

  private static void serve(HttpServerRequest request) {
    HttpServerResponse response = request.response().putHeader("Content-Type", "application/json");
    if (request.path().equals("/token")) {
      response.end("{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
    } else if (request.path().equals("/calls")) {
      String page = request.getParam("page");
      response.end(
          "{\"items\":[%s],\"currentPage\":%s,\"totalPages\":%d,\"totalResults\":1}"
              .formatted(ITEMS, page, PAGES));
    } else {
      response.putHeader("Content-Length", String.valueOf((long) MEBIBYTES << 20));
      write(response, MEBIBYTES);
    }
  }

  private static void write(HttpServerResponse response, int left) {
    if (left == 0) {
      response.end();
    } else {
      response.write(MEBIBYTE).onSuccess(written -> write(response, left - 1));
    }
  }
}
