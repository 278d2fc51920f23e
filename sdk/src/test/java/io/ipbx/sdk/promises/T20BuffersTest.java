package io.ipbx.sdk.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.BodyStream;
import io.ipbx.sdk.pbx.Download;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.World;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.util.ResourceLeakDetector;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.junit5.VertxExtension;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** T20: nothing leaks, least of all what came for nobody. */
@ExtendWith(VertxExtension.class)
class T20BuffersTest {

  private static final int BODIES = 10;
  private static final int SIZE = 300_000;

  private final Queue<String> leaks = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void listen() {
    assertThat(ResourceLeakDetector.getLevel()).isEqualTo(ResourceLeakDetector.Level.PARANOID);
    tellLeaks();
    ByteBufUtil.setLeakListener((resource, records) -> leaks.add(resource + records));
  }

  @AfterEach
  void stopListening() {
    ByteBufUtil.setLeakListener(null);
  }

  /** Netty tells of leaked buffers when the next ones are made after a collection. */
  private static void tellLeaks() {
    System.gc();
    for (int i = 0; i < 100; i++) {
      ByteBufAllocator.DEFAULT.directBuffer(16).release();
    }
  }

  private static Reply body(int sent, boolean cut) {
    return new Reply(
        Buffer.buffer("HTTP/1.1 200 OK\r\nContent-Length: " + SIZE + "\r\n\r\n")
            .appendBytes(new byte[sent]),
        cut,
        Future.succeededFuture());
  }

  private void opens(Vertx vertx, Reply reply, Consumer<BodyStream> end) {
    AuthScript script = AuthScript.wellBehaved().onApi(request -> reply);
    try (World world = new World(vertx, script)) {
      Download audio = world.client().recordings().get("a.mp3");
      for (int i = 0; i < BODIES; i++) {
        end.accept(Await.result(audio.open()));
        Await.until(() -> world.server().openConnections() <= 1, "the body's connection is gone");
      }
    }
    tellLeaks();
    assertThat(leaks).isEmpty();
  }

  @Test
  void of_a_body_that_is_cut_unread(Vertx vertx) {
    opens(vertx, body(SIZE / 2, true), body -> {});
  }

  @Test
  void of_a_body_that_is_closed_after_a_part_was_read(Vertx vertx) {
    opens(
        vertx,
        body(SIZE, false),
        body -> {
          Promise<Buffer> first = Promise.promise();
          body.handler(first::tryComplete).fetch(1);
          Await.result(first.future());
          body.close();
        });
  }
}
