package io.ipbx.load.bench.peer;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A cache of one entry, which ends with its token: what one glues together in an hour. */
final class CaffeinePeer implements Peer {

  private static final String ACCESS = "bench@example.com";

  private final Grants grants;
  private final AsyncLoadingCache<String, Granted> cache;

  CaffeinePeer(Vertx vertx, GrantServer server) {
    this.grants = new Grants(vertx, server.url());
    this.cache =
        Caffeine.newBuilder()
            .expireAfter(
                Expiry.<String, Granted>creating(
                    (access, granted) -> Duration.between(Instant.now(), granted.expiresAt())))
            .buildAsync(
                (access, executor) -> grants.send().toCompletionStage().toCompletableFuture());
  }

  @Override
  public String token() {
    return cache.get(ACCESS).join().token();
  }

  @Override
  public void ask(Consumer<@Nullable Throwable> resumed) {
    var unused = cache.get(ACCESS).whenComplete((token, failure) -> resumed.accept(failure));
  }

  @Override
  public void close() {
    grants.close();
  }
}
