package io.ipbx.load.run;

import io.ipbx.load.scenario.Sharing;
import io.ipbx.sdk.spi.TokenStore;
import io.ipbx.sdk.store.RedisTokenStore;
import io.ipbx.sdk.store.SharedDataTokenStore;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import org.jspecify.annotations.Nullable;

/** The stores in which tokens can be shared. */
public final class TokenStores implements AutoCloseable {

  private final Vertx vertx;
  private final @Nullable String redisUrl;
  private @Nullable Redis redis;

  /**
   * @param vertx whose shared data it is; clustered for {@link Sharing.Store#CLUSTERED}
   * @param redisUrl null for none
   */
  public TokenStores(Vertx vertx, @Nullable String redisUrl) {
    this.vertx = vertx;
    this.redisUrl = redisUrl;
  }

  synchronized TokenStore of(Sharing.Store kind) {
    return kind == Sharing.Store.REDIS
        ? RedisTokenStore.create(vertx, redis())
        : SharedDataTokenStore.create(vertx);
  }

  private Redis redis() {
    Redis open = redis;
    if (open == null) {
      if (redisUrl == null) {
        throw new IllegalArgumentException(
            "store=redis needs a redis-server: say --redis redis://127.0.0.1:6379");
      }
      open = Redis.createClient(vertx, redisUrl);
      redis = open;
    }
    return open;
  }

  @Override
  public synchronized void close() {
    Redis open = redis;
    if (open != null) {
      open.close();
    }
  }
}
