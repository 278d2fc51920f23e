package io.ipbx.load.bench;

import io.ipbx.load.bench.peer.GrantServer;
import io.ipbx.load.bench.peer.Peer;
import io.ipbx.load.bench.peer.Peers;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.internal.VertxInternal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Callers on several event loops want a token that none has; the auth server answers when all of
 * them wait.
 */
final class Stampede {

  private static final int EVENT_LOOPS = 4;

  /** Fewer cannot be told from what else is on the heap. */
  private static final int ENOUGH_TO_WEIGH = 1_000;

  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Peers peer;
  private final int callers;
  private final boolean onContext;
  private final AtomicInteger failed = new AtomicInteger();
  private final CountDownLatch asked;
  private final CountDownLatch resumed;

  /**
   * @param onContext whether a caller counts as resumed only on the context he asked from
   */
  Stampede(Peers peer, int callers, boolean onContext) {
    this.peer = peer;
    this.callers = callers;
    this.onContext = onContext;
    this.asked = new CountDownLatch(callers);
    this.resumed = new CountDownLatch(callers);
  }

  /**
   * What came of it.
   *
   * @param grants that the server counted
   * @param lastResumedMillis from the server's first answer to the last caller
   * @param bytesEach of heap, for each caller that waits; empty where they are too few to tell
   * @param keptContext whether that is where the peer resumes of itself
   */
  record Outcome(
      long grants, double lastResumedMillis, OptionalDouble bytesEach, boolean keptContext) {}

  Outcome run() {
    Vertx vertx = Vertx.vertx(options());
    try (GrantServer server = new GrantServer(GrantServer.JWT_LENGTH);
        Peer way = peer.open(vertx, server)) {
      expire(way, server);
      return measure(vertx, way, server);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    } finally {
      vertx.close().await();
    }
  }

  /** The collections on the way are nobody's fault. */
  private static VertxOptions options() {
    return new VertxOptions()
        .setEventLoopPoolSize(EVENT_LOOPS)
        .setMaxEventLoopExecuteTime(LONGEST.toNanos());
  }

  /** A first token, which ends at once. */
  private void expire(Peer way, GrantServer server) throws InterruptedException {
    if (!peer.canExpire()) {
      return;
    }
    server.expiresIn(1);
    CompletableFuture<@Nullable Throwable> first = new CompletableFuture<>();
    way.ask(first::complete);
    first.join();
    server.expiresIn(3600);
    TimeUnit.MILLISECONDS.sleep(1_100);
  }

  private Outcome measure(Vertx vertx, Peer way, GrantServer server) throws InterruptedException {
    long before = server.grants();
    server.hold();
    boolean weighed = callers >= ENOUGH_TO_WEIGH;
    long heap = weighed ? Heap.used() : 0;
    List<Context> contexts = new ArrayList<>();
    for (int loop = 0; loop < EVENT_LOOPS; loop++) {
      contexts.add(((VertxInternal) vertx).createEventLoopContext());
    }
    for (int loop = 0; loop < EVENT_LOOPS; loop++) {
      Context context = contexts.get(loop);
      int first = loop;
      context.runOnContext(
          now -> {
            for (int caller = first; caller < callers; caller += EVENT_LOOPS) {
              ask(way, context);
            }
          });
    }
    asked.await();
    while (server.grants() == before) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    OptionalDouble bytes =
        weighed
            ? OptionalDouble.of((double) (Heap.used() - heap) / callers)
            : OptionalDouble.empty();
    long answered = server.release();
    boolean all = resumed.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    long last = System.nanoTime();
    if (!all || failed.get() > 0) {
      System.err.printf(
          "%s: of %,d callers %,d failed and %,d were not answered in %s%n",
          peer.label(), callers, failed.get(), resumed.getCount(), LONGEST);
    }
    return new Outcome(
        server.grants() - before, (last - answered) / 1e6, bytes, way.keepsContext());
  }

  private void ask(Peer way, Context context) {
    way.ask(
        failure -> {
          if (onContext) {
            context.runOnContext(back -> resumed(failure));
          } else {
            resumed(failure);
          }
        });
    asked.countDown();
  }

  private void resumed(@Nullable Throwable failure) {
    if (failure != null) {
      failed.incrementAndGet();
    }
    resumed.countDown();
  }
}
