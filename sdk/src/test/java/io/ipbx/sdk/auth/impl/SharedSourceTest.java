package io.ipbx.sdk.auth.impl;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.ClientClosedException;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.LoggedOutException;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.Tokens;
import io.ipbx.sdk.spi.TokenStore;
import io.ipbx.sdk.store.InMemoryTokenStore;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** T16: how one process waits for another that holds the lock. */
@ExtendWith(VertxExtension.class)
class SharedSourceTest {

  /** The lock is another's until it is told otherwise. */
  private static final class Contended implements TokenStore {

    private final TokenStore store = InMemoryTokenStore.create();
    private final AtomicInteger tries = new AtomicInteger();
    private volatile boolean free;
    private volatile @Nullable Promise<@Nullable Lease> late;

    @Override
    public Future<@Nullable Entry> load(String key) {
      return store.load(key);
    }

    @Override
    public Future<Boolean> replace(
        String key, @Nullable String expected, Entry next, Duration keep) {
      return store.replace(key, expected, next, keep);
    }

    @Override
    public Future<Void> remove(String key) {
      return store.remove(key);
    }

    @Override
    public Future<@Nullable Lease> tryLock(String key) {
      tries.incrementAndGet();
      Promise<@Nullable Lease> answer = late;
      if (answer != null) {
        return answer.future();
      }
      return free ? store.tryLock(key) : Future.succeededFuture();
    }
  }

  @Test
  void it_looks_again_after_a_while_that_doubles_up_to_a_bound(Vertx vertx) {
    Contended store = new Contended();
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      Future<AccessToken> token =
          world
              .keep(world.builder(world.options()).withTokenStore(store).build())
              .tokens()
              .current();
      for (int look = 0; look < 8; look++) {
        int tries = look + 1;
        // One timer ends the flight, the other the pause; one of the store ends with its answer.
        Await.until(
            () ->
                store.tries.get() == tries
                    && world.time().pendingTimers() == 2
                    && world.time().untilNext().compareTo(StorePlace.PATIENCE) < 0,
            "the pause after look " + tries);
        Duration most = Duration.ofMillis(25L << Math.min(look, 4));
        assertThat(world.time().untilNext()).isBetween(most.dividedBy(2), most);
        store.free = look == 7;
        world.time().advance(world.time().untilNext());
      }

      assertThat(Await.result(token).value()).isEqualTo("access-1");
      assertThat(world.server().tokenRequests()).hasSize(1);
    }
  }

  @Test
  void a_close_gives_back_the_lock_that_was_on_its_way_before_it_is_complete(Vertx vertx) {
    Contended store = new Contended();
    Promise<TokenStore.@Nullable Lease> late = Promise.promise();
    store.late = late;
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = world.keep(world.builder(world.options()).withTokenStore(store).build());
      Future<AccessToken> token = client.tokens().current();
      Await.until(() -> store.tries.get() == 1, "the lock is asked for");

      Future<Void> closed = client.close();
      assertThat(Await.failure(token)).isInstanceOf(ClientClosedException.class);
      AtomicBoolean released = new AtomicBoolean();
      late.complete(
          () -> {
            released.set(true);
            return Future.succeededFuture();
          });

      Await.result(closed);
      assertThat(released).isTrue();
    }
  }

  @Test
  void who_is_logged_out_while_he_waits_leaves_no_timer(Vertx vertx) {
    Contended store = new Contended();
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      Tokens tokens =
          world.keep(world.builder(world.options()).withTokenStore(store).build()).tokens();
      Future<AccessToken> token = tokens.current();
      Await.until(() -> store.tries.get() == 1 && world.time().pendingTimers() == 2, "the pause");

      Await.result(tokens.logout());

      assertThat(Await.failure(token)).isInstanceOf(LoggedOutException.class);
      Await.until(() -> world.time().pendingTimers() == 0, "no timer is left");
      assertThat(world.server().tokenRequests()).isEmpty();
    }
  }
}
