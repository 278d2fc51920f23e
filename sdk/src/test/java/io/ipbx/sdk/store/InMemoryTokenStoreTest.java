package io.ipbx.sdk.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.spi.TokenStore;
import io.ipbx.sdk.spi.TokenStore.Entry;
import io.ipbx.sdk.testing.Await;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InMemoryTokenStoreTest extends TokenStoreContract {

  private final Vertx[] nodes = {Vertx.vertx(), Vertx.vertx()};
  private final TokenStore store = InMemoryTokenStore.create();

  @Override
  Vertx vertx(int node) {
    return nodes[node];
  }

  @Override
  TokenStore store(int node) {
    return store;
  }

  @AfterEach
  void close() {
    Await.result(nodes[0].close());
    Await.result(nodes[1].close());
  }

  @Test
  void an_entry_grows_old_and_goes_when_it_is_of_no_more_use() {
    AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);
    TokenStore aging = InMemoryTokenStore.create(nanoTime::get);
    Entry entry = new Entry("t1", Buffer.buffer("one"));
    Await.result(aging.replace("key", null, entry, Duration.ofSeconds(10)));

    nanoTime.addAndGet(Duration.ofSeconds(10).toNanos());
    assertThat(Objects.requireNonNull(Await.result(aging.load("key"))).age())
        .isEqualTo(Duration.ofSeconds(10));

    nanoTime.incrementAndGet();
    assertThat(Await.result(aging.load("key"))).isNull();
    assertThat(Await.result(aging.replace("key", null, entry, Duration.ofSeconds(1)))).isTrue();
  }
}
