package io.ipbx.load.bench.peer;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.utils.cache.CachedSupplier;
import software.amazon.awssdk.utils.cache.RefreshResult;

/** A supplier that blocks: a reactive application asks it on workers. */
final class AwsPeer implements Peer {

  /** As many as Vert.x has by default. */
  private static final int WORKERS = 20;

  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final Grants grants;
  private final WorkerExecutor workers;
  private final CachedSupplier<Granted> supplier;

  AwsPeer(Vertx vertx, GrantServer server) {
    this.grants = new Grants(vertx, server.url());
    this.workers =
        vertx.createSharedWorkerExecutor("aws-peer", WORKERS, Duration.ofMinutes(5).toNanos());
    this.supplier =
        CachedSupplier.builder(
                () -> {
                  Granted granted = grants.await();
                  return RefreshResult.builder(granted)
                      .staleTime(granted.expiresAt())
                      .prefetchTime(granted.expiresAt().minus(AHEAD))
                      .build();
                })
            .build();
  }

  @Override
  public String token() {
    return supplier.get().token();
  }

  @Override
  public void ask(Consumer<@Nullable Throwable> resumed) {
    workers
        .executeBlocking(supplier::get, false)
        .onComplete(token -> resumed.accept(null), resumed::accept);
  }

  @Override
  public boolean keepsContext() {
    return true;
  }

  @Override
  public void close() {
    supplier.close();
    workers.close().await();
    grants.close();
  }
}
