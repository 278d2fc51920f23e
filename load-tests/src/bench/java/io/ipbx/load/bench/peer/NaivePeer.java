package io.ipbx.load.bench.peer;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one writes in an afternoon: a variable, and a grant by whoever finds it empty or old. */
final class NaivePeer implements Peer {

  private final Grants grants;
  private volatile @Nullable Granted held;

  NaivePeer(Vertx vertx, GrantServer server) {
    this.grants = new Grants(vertx, server.url());
  }

  private Future<Granted> current() {
    Granted granted = held;
    return granted != null && Instant.now().isBefore(granted.expiresAt())
        ? Future.succeededFuture(granted)
        : grants.send().onSuccess(fresh -> held = fresh);
  }

  @Override
  public String token() {
    return current().result().token();
  }

  @Override
  public void ask(Consumer<@Nullable Throwable> resumed) {
    current().onComplete(token -> resumed.accept(null), resumed::accept);
  }

  @Override
  public boolean keepsContext() {
    return true;
  }

  @Override
  public void close() {
    grants.close();
  }
}
