package io.ipbx.sdk.store;

import io.ipbx.sdk.spi.TokenStore;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A way to a store that can fail, fall silent, or be cut at a chosen moment. */
final class Gate implements TokenStore {

  enum State {
    OPEN,
    FAILING,
    SILENT
  }

  private final TokenStore store;
  private final List<Lease> leases = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private volatile State state = State.OPEN;
  private volatile Runnable beforeReplace = () -> {};
  private volatile Runnable afterLock = () -> {};
  private volatile Future<Void> writes = Future.succeededFuture();

  Gate(TokenStore store) {
    this.store = store;
  }

  void set(State next) {
    state = next;
  }

  /** Runs {@code action} each time before something is written. */
  void beforeReplace(Runnable action) {
    beforeReplace = action;
  }

  /** What is written from now on comes to the store once {@code gate} opens. */
  void holdWrites(Future<Void> gate) {
    writes = gate;
  }

  /** Runs {@code action} each time the lock was given. */
  void afterLock(Runnable action) {
    afterLock = action;
  }

  /** As when the process ends: nothing more gets through, and the locks come free in time. */
  void die() {
    state = State.SILENT;
    leases.forEach(Lease::release);
  }

  /** How often the lock was given. */
  int locks() {
    return leases.size();
  }

  /** The key that was used last. */
  String key() {
    return keys.get(keys.size() - 1);
  }

  @Override
  public Future<@Nullable Entry> load(String key) {
    keys.add(key);
    return pass(() -> store.load(key));
  }

  @Override
  public Future<Boolean> replace(String key, @Nullable String expected, Entry next, Duration keep) {
    beforeReplace.run();
    return pass(() -> writes.compose(through -> store.replace(key, expected, next, keep)));
  }

  @Override
  public Future<Void> remove(String key) {
    return pass(() -> store.remove(key));
  }

  @Override
  public Future<@Nullable Lease> tryLock(String key) {
    return pass(() -> store.tryLock(key)).onSuccess(this::keep);
  }

  private void keep(@Nullable Lease lease) {
    if (lease != null) {
      leases.add(Objects.requireNonNull(lease));
      afterLock.run();
    }
  }

  private <T> Future<T> pass(Supplier<Future<T>> call) {
    return switch (state) {
      case OPEN -> call.get();
      case FAILING -> Future.failedFuture("the store is down");
      case SILENT -> Future.future(never -> {});
    };
  }
}
