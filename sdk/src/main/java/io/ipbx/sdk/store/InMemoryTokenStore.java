package io.ipbx.sdk.store;

import io.ipbx.sdk.spi.TokenStore;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tokens in the memory of this process, for clients that share an access: give all of them
 * the same store. They may belong to different Vert.x instances. Its futures are complete already.
 */
public final class InMemoryTokenStore implements TokenStore {

  private record Kept(Entry entry, long written, Duration keep) {}

  private final LongSupplier nanoTime;
  private final Map<String, Kept> entries = new HashMap<>();
  private final Set<String> locked = new HashSet<>();

  private InMemoryTokenStore(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** An empty store. */
  public static InMemoryTokenStore create() {
    return create(System::nanoTime);
  }

  static InMemoryTokenStore create(LongSupplier nanoTime) {
    return new InMemoryTokenStore(nanoTime);
  }

  @Override
  public synchronized Future<@Nullable Entry> load(String key) {
    return Future.succeededFuture(find(key));
  }

  @Override
  public synchronized Future<Boolean> replace(
      String key, @Nullable String expected, Entry next, Duration keep) {
    Entry present = find(key);
    if (!Objects.equals(present == null ? null : present.tag(), expected)) {
      return Future.succeededFuture(false);
    }
    entries.put(key, new Kept(next, nanoTime.getAsLong(), keep));
    return Future.succeededFuture(true);
  }

  @Override
  public synchronized Future<Void> remove(String key) {
    entries.remove(key);
    return Future.succeededFuture();
  }

  @Override
  public synchronized Future<@Nullable Lease> tryLock(String key) {
    return Future.succeededFuture(locked.add(key) ? new Lock(key) : null);
  }

  private @Nullable Entry find(String key) {
    Kept kept = entries.get(key);
    if (kept == null) {
      return null;
    }
    Duration age = Duration.ofNanos(nanoTime.getAsLong() - kept.written());
    if (age.compareTo(kept.keep()) > 0) {
      entries.remove(key);
      return null;
    }
    return new Entry(kept.entry().tag(), kept.entry().data(), age);
  }

  private final class Lock implements Lease {

    private final String key;
    private boolean released;

    Lock(String key) {
      this.key = key;
    }

    @Override
    public Future<Void> release() {
      synchronized (InMemoryTokenStore.this) {
        if (!released) {
          released = true;
          locked.remove(key);
        }
      }
      return Future.succeededFuture();
    }
  }
}
