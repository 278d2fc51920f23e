package io.ipbx.load.run;

import io.ipbx.sdk.spi.TokenStore;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The part of a store that belongs to one run, which finds it empty and leaves nothing behind. */
final class RunStore implements TokenStore {

  private final TokenStore store;
  private final String space;
  private final Set<String> used = ConcurrentHashMap.newKeySet();

  RunStore(TokenStore store, String space) {
    this.store = store;
    this.space = space;
  }

  private String own(String key) {
    String own = key + ":load:" + space;
    used.add(own);
    return own;
  }

  @Override
  public Future<@Nullable Entry> load(String key) {
    return store.load(own(key));
  }

  @Override
  public Future<Boolean> replace(String key, @Nullable String expected, Entry next, Duration keep) {
    return store.replace(own(key), expected, next, keep);
  }

  @Override
  public Future<Void> remove(String key) {
    return store.remove(own(key));
  }

  @Override
  public Future<@Nullable Lease> tryLock(String key) {
    return store.tryLock(own(key));
  }

  /** Removes all that was kept; what cannot be reached is left to run out. */
  Future<Void> clear() {
    return Future.join(used.stream().map(store::remove).toList()).<Void>mapEmpty().otherwiseEmpty();
  }
}
