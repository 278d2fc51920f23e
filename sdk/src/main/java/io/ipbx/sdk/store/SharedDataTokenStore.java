package io.ipbx.sdk.store;

import io.ipbx.sdk.spi.TokenStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.shareddata.AsyncMap;
import io.vertx.core.shareddata.Lock;
import io.vertx.core.shareddata.SharedData;
import java.time.Duration;
import java.util.Base64;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tokens in Vert.x's shared data: for all nodes of a clustered Vert.x, whatever its cluster
 * manager, and for all clients of one that is not. A cluster manager frees the lock of a node that
 * dies once it misses the node.
 *
 * <p>The age of an entry is measured by the wall clocks of its writer and its reader. A node whose
 * clock is wrong serves a token too long, until a 401 tells it better, or asks for one too early;
 * it never presents another's refresh token.
 */
public final class SharedDataTokenStore implements TokenStore {

  private static final String MAP = "ipbx.tokens";
  private static final long LOCK_WAIT = 20;

  private final SharedData shared;
  private final LongSupplier wallMillis;

  private SharedDataTokenStore(SharedData shared, LongSupplier wallMillis) {
    this.shared = shared;
    this.wallMillis = wallMillis;
  }

  /** A store in {@code vertx}: clustered when that is. */
  public static SharedDataTokenStore create(Vertx vertx) {
    return create(vertx, System::currentTimeMillis);
  }

  static SharedDataTokenStore create(Vertx vertx, LongSupplier wallMillis) {
    return new SharedDataTokenStore(vertx.sharedData(), wallMillis);
  }

  private Future<AsyncMap<String, String>> map() {
    return shared.getAsyncMap(MAP);
  }

  @Override
  public Future<@Nullable Entry> load(String key) {
    return map().compose(map -> map.get(key)).map(this::read);
  }

  @Override
  public Future<Boolean> replace(String key, @Nullable String expected, Entry next, Duration keep) {
    String line = write(next);
    return map()
        .compose(
            map ->
                expected == null
                    ? map.putIfAbsent(key, line).map(present -> present == null)
                    : map.get(key)
                        .compose(
                            present ->
                                present != null && tag(present).equals(expected)
                                    ? map.replaceIfPresent(key, present, line)
                                    : Future.succeededFuture(false)));
  }

  @Override
  public Future<Void> remove(String key) {
    return map().compose(map -> map.remove(key)).mapEmpty();
  }

  /** First among this node's own: a cluster manager may give one node the same lock twice. */
  @Override
  public Future<@Nullable Lease> tryLock(String key) {
    return orNull(shared.getLocalLockWithTimeout("ipbx.node." + key, LOCK_WAIT))
        .compose(
            local ->
                local == null
                    ? Future.succeededFuture()
                    : orNull(shared.getLockWithTimeout("ipbx.lock." + key, LOCK_WAIT))
                        .onFailure(down -> local.release())
                        .map(global -> lease(local, global)));
  }

  private static @Nullable Lease lease(Lock local, @Nullable Lock global) {
    if (global == null) {
      local.release();
      return null;
    }
    return new SharedLease(local, global);
  }

  /** The lock; null when somebody has it. */
  private static Future<@Nullable Lock> orNull(Future<Lock> asked) {
    return asked.recover(
        failure ->
            String.valueOf(failure.getMessage()).startsWith("Timed out")
                ? Future.succeededFuture()
                : Future.failedFuture(failure));
  }

  private String write(Entry entry) {
    return entry.tag()
        + ' '
        + wallMillis.getAsLong()
        + ' '
        + Base64.getEncoder().encodeToString(entry.data().getBytes());
  }

  private static String tag(String line) {
    return line.substring(0, Math.max(0, line.indexOf(' ')));
  }

  private @Nullable Entry read(@Nullable String line) {
    if (line == null) {
      return null;
    }
    String[] parts = line.split(" ", 3);
    try {
      long age = wallMillis.getAsLong() - Long.parseLong(parts[1]);
      byte[] data = Base64.getDecoder().decode(parts[2]);
      return new Entry(parts[0], Buffer.buffer(data), Duration.ofMillis(Math.max(0, age)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException damaged) {
      return new Entry(tag(line), Buffer.buffer());
    }
  }
}
