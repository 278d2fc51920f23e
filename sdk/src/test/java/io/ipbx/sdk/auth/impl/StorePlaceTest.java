package io.ipbx.sdk.auth.impl;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.auth.TokenIdentity;
import io.ipbx.sdk.spi.TokenStore;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.ManualTime;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** T16: a place in a store, and what becomes of a store that is late or broken. */
@ExtendWith(VertxExtension.class)
class StorePlaceTest {

  private static final TokenIdentity IDENTITY =
      new TokenIdentity("https://auth.example.com", "api", "access@example.com", null);

  private final ManualTime time = new ManualTime();
  private final Slow store = new Slow();
  private StorePlace place;

  /** Answers when it is told to. */
  private static final class Slow implements TokenStore {

    private final Promise<@Nullable Entry> loaded = Promise.promise();
    private final Promise<@Nullable Lease> locked = Promise.promise();

    @Override
    public Future<@Nullable Entry> load(String key) {
      return loaded.future();
    }

    @Override
    public Future<Boolean> replace(
        String key, @Nullable String expected, Entry next, Duration keep) {
      return Future.succeededFuture(false);
    }

    @Override
    public Future<Void> remove(String key) {
      throw new IllegalStateException("broken driver");
    }

    @Override
    public Future<@Nullable Lease> tryLock(String key) {
      return locked.future();
    }
  }

  @BeforeEach
  void open(Vertx vertx) {
    EngineContext engine = new EngineContext(vertx, time, event -> {}, Duration.ofSeconds(10));
    Lifetimes lifetimes =
        new Lifetimes(
            new AuthSettings.Renewal(Duration.ZERO, 0.8, 0, false), new SplittableRandom(1));
    place = new StorePlace(store, "key", new StoredTokens(lifetimes, time), engine);
  }

  @Test
  void its_key_is_as_long_for_each_and_another_for_whatever_tells_tokens_apart() {
    String key = StorePlace.key(IDENTITY, null);

    assertThat(key).matches("ipbx:[0-9a-f]{64}");
    assertThat(
            StorePlace.key(
                new TokenIdentity("https://auth.example.com", "api", "Access@Example.com", null),
                ""))
        .isEqualTo(key);
    assertThat(
            Stream.of(
                key,
                StorePlace.key(IDENTITY, "openid"),
                StorePlace.key(
                    new TokenIdentity(
                        "https://other.example.com", "api", "access@example.com", null),
                    null),
                StorePlace.key(
                    new TokenIdentity(
                        "https://auth.example.com", "web", "access@example.com", null),
                    null),
                StorePlace.key(
                    new TokenIdentity("https://auth.example.com", "api", "other@example.com", null),
                    null)))
        .doesNotHaveDuplicates();
  }

  @Test
  void what_comes_in_time_is_taken_and_leaves_no_timer() {
    Future<StorePlace.Found> found = place.load();
    time.advance(StorePlace.PATIENCE.minusNanos(1));
    store.loaded.complete(null);

    assertThat(Await.result(found)).isEqualTo(new StorePlace.Found(null, TokenSet.EMPTY));
    assertThat(time.pendingTimers()).isZero();
  }

  @Test
  void a_lock_that_comes_too_late_is_given_back() {
    AtomicBoolean released = new AtomicBoolean();
    Future<?> lock = place.tryLock();
    time.advance(StorePlace.PATIENCE);
    assertThat(Await.failure(lock)).isInstanceOf(StoreFailure.class).hasMessageContaining("PT1S");

    store.locked.complete(
        () -> {
          released.set(true);
          return Future.succeededFuture();
        });

    Await.until(released::get, "the lock is given back");
  }

  @Test
  void whatever_a_store_fails_with_is_told_as_its_failure() {
    IllegalStateException down = new IllegalStateException("down");
    Future<?> found = place.load();
    store.loaded.fail(down);

    assertThat(Await.failure(found)).isInstanceOf(StoreFailure.class).hasCause(down);
    assertThat(Await.failure(place.clear()))
        .isInstanceOf(StoreFailure.class)
        .hasRootCauseMessage("broken driver");
  }

  @Test
  void a_lock_that_cannot_be_given_back_keeps_nobody() {
    assertThat(Await.result(place.free(() -> Future.failedFuture("down")))).isNull();
    Future<Void> never = place.free(() -> Future.future(answer -> {}));
    time.advance(StorePlace.PATIENCE);
    assertThat(Await.result(never)).isNull();
  }
}
