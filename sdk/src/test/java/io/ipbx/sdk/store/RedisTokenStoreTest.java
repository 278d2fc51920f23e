package io.ipbx.sdk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.auth.TokenEvent;
import io.ipbx.sdk.spi.TokenStore;
import io.ipbx.sdk.spi.TokenStore.Lease;
import io.ipbx.sdk.testing.Await;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Against a real Redis: {@code mvn -Predis verify}. */
@Tag("redis")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisTokenStoreTest extends TokenStoreContract {

  private static final Duration SHORT = Duration.ofMillis(300);

  private final RedisServer server = new RedisServer();
  private final Vertx[] nodes = {Vertx.vertx(), Vertx.vertx()};
  private final Redis[] clients = new Redis[2];

  @BeforeAll
  void connect() {
    clients[0] = Redis.createClient(nodes[0], server.url());
    clients[1] = Redis.createClient(nodes[1], server.url());
  }

  @AfterAll
  void close() {
    Await.result(nodes[0].close());
    Await.result(nodes[1].close());
    server.close();
  }

  @Override
  Vertx vertx(int node) {
    return nodes[node];
  }

  @Override
  TokenStore store(int node) {
    return RedisTokenStore.create(nodes[node], clients[node]);
  }

  private Future<Void> sleep(Duration duration) {
    Promise<Void> over = Promise.promise();
    nodes[0].setTimer(duration.toMillis(), id -> over.complete());
    return over.future();
  }

  @Test
  void a_held_lock_outlives_its_lease_and_that_of_a_dead_holder_does_not() {
    Vertx doomed = Vertx.vertx();
    Redis its = Redis.createClient(doomed, server.url());
    TokenStore dying = RedisTokenStore.create(doomed, its, SHORT);
    assertThat(Await.result(dying.tryLock("lease"))).isNotNull();
    Await.result(sleep(SHORT.multipliedBy(4)));
    assertThat(Await.result(store(1).tryLock("lease"))).isNull();

    Await.result(doomed.close());

    Await.until(() -> Await.result(store(1).tryLock("lease")) != null, "the lease has ended");
  }

  @Test
  void a_holder_that_lost_its_lock_does_not_free_the_next_ones() {
    Lease lost = Objects.requireNonNull(Await.result(store(0).tryLock("lost")));
    Await.result(clients[0].send(Request.cmd(Command.DEL).arg("lost:lock")));
    assertThat(Await.result(store(1).tryLock("lost"))).isNotNull();

    Await.result(lost.release());

    assertThat(Await.result(store(0).tryLock("lost"))).isNull();
  }

  @Test
  void an_entry_goes_when_it_is_of_no_more_use_and_binary_data_stays_as_it_is() {
    Buffer bytes = Buffer.buffer();
    for (int i = 0; i < 256; i++) {
      bytes.appendByte((byte) i);
    }
    TokenStore.Entry entry = new TokenStore.Entry("t1", bytes);
    Await.result(store(0).replace("short", null, entry, Duration.ofMillis(200)));
    assertThat(Objects.requireNonNull(Await.result(store(1).load("short"))).data())
        .isEqualTo(bytes);

    Await.until(() -> Await.result(store(1).load("short")) == null, "it is gone");
  }

  @Test
  void an_age_is_that_of_the_clock_of_redis() {
    TokenStore.Entry entry = new TokenStore.Entry("t1", Buffer.buffer("x"));
    Await.result(store(0).replace("aging", null, entry, Duration.ofMinutes(1)));
    Await.result(sleep(Duration.ofMillis(150)));

    assertThat(Objects.requireNonNull(Await.result(store(1).load("aging"))).age())
        .isBetween(Duration.ofMillis(100), Duration.ofSeconds(20));
  }

  @Test
  void clients_carry_on_while_redis_is_gone_or_stuck_and_share_again_afterwards() {
    try (RedisServer own = new RedisServer();
        Fleet fleet = new Fleet(nodes[0])) {
      List<IpbxClient> both =
          List.of(
              fleet.client(nodes[0], storeOf(own, nodes[0])),
              fleet.client(nodes[1], storeOf(own, nodes[1])));
      Fleet.ask(both);

      own.kill();
      fleet.anHourPasses();
      Fleet.ask(both);
      fleet.assertGrants(3, 0);

      own.start();
      fleet.anHourPasses();
      Await.until(
          () -> {
            fleet.anHourPasses();
            return Fleet.ask(both).size() == 1;
          },
          "the clients share a token again");

      own.freeze();
      fleet.anHourPasses();
      assertThat(Fleet.ask(both)).hasSize(2);
      own.thaw();
      assertThat(fleet.events()).hasAtLeastOneElementOfType(TokenEvent.StoreUnavailable.class);
      assertThat(fleet.mock().stats().byOutcome()).containsOnlyKeys("ok");
    }
  }

  private static TokenStore storeOf(RedisServer server, Vertx vertx) {
    return RedisTokenStore.create(vertx, Redis.createClient(vertx, server.url()));
  }

  @Test
  void a_lease_too_short_to_be_renewed_is_refused() {
    assertThatThrownBy(() -> RedisTokenStore.create(nodes[0], clients[0], Duration.ofMillis(99)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT0.1S");
  }
}
