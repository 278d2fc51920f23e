package io.ipbx.sdk.loom;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxRequest;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.World;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Code that waits, on threads that cost nothing: runs in the profile {@code jdk25} only, and is
 * compiled by every build for the oldest JDK.
 */
@ExtendWith(VertxExtension.class)
class VirtualThreadsIT {

  private static final int CALLERS = 500;
  private static final String PINNED = "jdk.VirtualThreadPinned";

  @TempDir Path folder;

  private static AuthScript script(Future<?> gate) {
    AuthScript script = AuthScript.wellBehaved();
    return script.onPassword(request -> script.nextAfter(gate));
  }

  /** What pinned its carrier in our code while {@code work} ran. */
  private List<RecordedEvent> pinsDuring(Runnable work) throws Exception {
    Path file = folder.resolve("pins.jfr");
    try (Recording recording = new Recording()) {
      recording.enable(PINNED).withThreshold(Duration.ZERO).withStackTrace();
      recording.start();
      work.run();
      recording.stop();
      recording.dump(file);
    }
    assertThat(Files.size(file)).isPositive();
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getEventType().getName().equals(PINNED))
        .toList();
  }

  @Test
  void verticles_of_virtual_threads_wait_for_calls_and_pin_nothing(Vertx vertx) throws Exception {
    Promise<Void> gate = Promise.promise();
    try (World world = new World(vertx, script(gate.future()))) {
      IpbxClient client = world.client();
      List<Boolean> virtual = new CopyOnWriteArrayList<>();
      VerticleBase caller =
          new VerticleBase() {
            @Override
            public Future<?> start() {
              IntStream.range(0, 10)
                  .forEach(
                      i -> {
                        Future.await(client.send(IpbxRequest.get("/calls")));
                        virtual.add(isVirtual());
                      });
              return Future.succeededFuture();
            }
          };
      List<RecordedEvent> pins =
          pinsDuring(
              () -> {
                Future<?> deployed =
                    vertx.deployVerticle(
                        caller,
                        new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD));
                Await.until(() -> !world.server().tokenRequests().isEmpty(), "the flight");
                gate.complete();
                Await.result(deployed);
              });

      assertThat(virtual).hasSize(10).containsOnly(true);
      assertThat(pins).isEmpty();
      assertThat(world.server().grants("password")).hasSize(1);
    }
  }

  @Test
  void plain_virtual_threads_share_one_flight_and_pin_nothing(Vertx vertx) throws Exception {
    Promise<Void> gate = Promise.promise();
    try (World world = new World(vertx, script(gate.future()))) {
      IpbxClient client = world.client();
      AtomicInteger answered = new AtomicInteger();
      List<RecordedEvent> pins =
          pinsDuring(
              () -> {
                ExecutorService callers = virtualThreads();
                for (int i = 0; i < CALLERS; i++) {
                  callers.execute(
                      () -> {
                        client
                            .send(IpbxRequest.get("/calls"))
                            .toCompletionStage()
                            .toCompletableFuture()
                            .join();
                        answered.incrementAndGet();
                      });
                }
                Await.until(() -> !world.server().tokenRequests().isEmpty(), "the flight");
                gate.complete();
                end(callers);
              });

      assertThat(answered).hasValue(CALLERS);
      assertThat(pins).isEmpty();
      assertThat(world.server().grants("password")).hasSize(1);
      assertThat(world.server().peakOfTokenRequests()).isEqualTo(1);
    }
  }

  @Test
  void a_pin_would_be_seen() throws Exception {
    List<RecordedEvent> pins =
        pinsDuring(
            () -> {
              ExecutorService callers = virtualThreads();
              callers.execute(() -> PinnedByClassInitialiser.touch());
              end(callers);
            });

    assertThat(pins).isNotEmpty();
  }

  /** A class initialiser has a native frame, which no JDK so far can unmount. */
  private static final class PinnedByClassInitialiser {

    static {
      java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }

    static void touch() {}
  }

  /** By name, because the oldest JDK this is compiled for does not have it. */
  private static ExecutorService virtualThreads() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException absent) {
      throw new LinkageError("no virtual threads here: run on a JDK 21 or newer", absent);
    }
  }

  private static boolean isVirtual() {
    try {
      return (boolean) Thread.class.getMethod("isVirtual").invoke(Thread.currentThread());
    } catch (ReflectiveOperationException absent) {
      return false;
    }
  }

  private static void end(ExecutorService callers) {
    callers.shutdown();
    try {
      assertThat(callers.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }
}
