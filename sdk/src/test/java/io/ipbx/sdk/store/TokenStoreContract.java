package io.ipbx.sdk.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.ClientClosedException;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.spi.TokenStore;
import io.ipbx.sdk.spi.TokenStore.Entry;
import io.ipbx.sdk.spi.TokenStore.Lease;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.ShiftedTime;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store has to do, and what clients that share one then do. */
abstract class TokenStoreContract {

  private static final Duration KEEP = Duration.ofMinutes(10);

  private String key = "";

  @BeforeEach
  void chooseKey() {
    key = "ipbx:" + UUID.randomUUID();
  }

  /** The Vert.x of node 0 or 1. */
  abstract Vertx vertx(int node);

  /** The store as node 0 or 1 sees it; a new object for each call. */
  abstract TokenStore store(int node);

  private static Entry entry(String tag, String data) {
    return new Entry(tag, Buffer.buffer(data));
  }

  private boolean replace(int node, String expected, Entry next) {
    return Await.result(store(node).replace(key, expected.isEmpty() ? null : expected, next, KEEP));
  }

  @Test
  void what_one_node_writes_the_other_reads() {
    assertThat(Await.result(store(1).load(key))).isNull();

    assertThat(replace(0, "", entry("t1", "čaj & \u0000 bytes"))).isTrue();

    Entry found = Objects.requireNonNull(Await.result(store(1).load(key)));
    assertThat(found.tag()).isEqualTo("t1");
    assertThat(found.data().toString()).isEqualTo("čaj & \u0000 bytes");
    assertThat(found.age()).isBetween(Duration.ZERO, Duration.ofSeconds(20));
    assertThat(found.toString()).doesNotContain("čaj");
  }

  @Test
  void an_entry_is_replaced_only_where_its_tag_is_the_expected_one() {
    assertThat(replace(0, "t0", entry("t1", "one"))).isFalse();
    assertThat(replace(0, "", entry("t1", "one"))).isTrue();
    assertThat(replace(1, "", entry("t2", "two"))).isFalse();
    assertThat(replace(1, "t0", entry("t2", "two"))).isFalse();
    assertThat(replace(1, "t1", entry("t2", "two"))).isTrue();
    assertThat(replace(0, "t1", entry("t3", "three"))).isFalse();

    assertThat(Objects.requireNonNull(Await.result(store(0).load(key))).tag()).isEqualTo("t2");
  }

  @Test
  void of_many_that_replace_the_same_entry_one_succeeds() {
    replace(0, "", entry("t0", "zero"));
    List<Future<Boolean>> all =
        IntStream.range(0, 40)
            .mapToObj(i -> store(i % 2).replace(key, "t0", entry("next-" + i, "n"), KEEP))
            .toList();

    assertThat(all.stream().map(Await::result).filter(won -> won)).hasSize(1);
  }

  @Test
  void what_is_removed_is_gone_for_all() {
    replace(0, "", entry("t1", "one"));
    Await.result(store(1).remove(key));
    Await.result(store(1).remove(key));

    assertThat(Await.result(store(0).load(key))).isNull();
    assertThat(replace(0, "", entry("t2", "two"))).isTrue();
  }

  @Test
  void a_lock_is_given_to_one_at_a_time_on_the_same_node_too() {
    Lease held = Objects.requireNonNull(Await.result(store(0).tryLock(key)));
    assertThat(Await.result(store(0).tryLock(key))).isNull();
    assertThat(Await.result(store(1).tryLock(key))).isNull();
    assertThat(Await.result(store(1).tryLock(key + "-other"))).isNotNull();

    Await.result(held.release());
    Lease next = lockOf(1);
    Await.result(held.release());

    assertThat(Await.result(store(0).tryLock(key))).isNull();
    Await.result(next.release());
    Await.result(lockOf(0).release());
  }

  /** The lock, once it has come free. */
  private Lease lockOf(int node) {
    Lease[] lease = new Lease[1];
    Await.until(
        () -> (lease[0] = Await.result(store(node).tryLock(key))) != null, "the lock is free");
    return lease[0];
  }

  @Test
  void of_many_that_ask_for_a_lock_together_one_gets_it() {
    List<Future<Lease>> asked =
        IntStream.range(0, 40).mapToObj(i -> store(i % 2).tryLock(key)).toList();

    List<Lease> given = asked.stream().map(Await::result).filter(Objects::nonNull).toList();

    assertThat(given).hasSize(1);
    Await.result(given.get(0).release());
  }

  @Test
  void several_clients_send_one_grant_for_each_end_of_a_token() {
    try (Fleet fleet = new Fleet(vertx(0))) {
      List<IpbxClient> clients =
          IntStream.range(0, 6).mapToObj(i -> fleet.client(vertx(i % 2), store(i % 2))).toList();

      assertThat(Fleet.ask(clients)).hasSize(1);
      fleet.assertGrants(1, 0);
      for (int round = 1; round <= 4; round++) {
        fleet.anHourPasses();
        assertThat(Fleet.ask(clients)).hasSize(1);
        fleet.assertGrants(1, round);
      }
    }
  }

  @Test
  void a_token_that_several_clients_find_rejected_is_renewed_once() {
    try (Fleet fleet = new Fleet(vertx(0))) {
      List<IpbxClient> clients =
          IntStream.range(0, 4).mapToObj(i -> fleet.client(vertx(i % 2), store(i % 2))).toList();
      Fleet.ask(clients);

      for (int round = 1; round <= 3; round++) {
        AccessToken rejected = clients.get(0).tokens().current().result();
        clients.forEach(
            client -> client.tokens().invalidate(Await.result(client.tokens().current())));
        assertThat(Fleet.ask(clients)).hasSize(1).doesNotContain(rejected.value());
        fleet.assertGrants(1, round);
      }
    }
  }

  @Test
  void a_client_that_comes_later_sends_no_grant() {
    try (Fleet fleet = new Fleet(vertx(0))) {
      IpbxClient first = fleet.client(vertx(0), store(0));
      List<String> token = Fleet.ask(List.of(first));
      Await.result(first.close());

      assertThat(Fleet.ask(List.of(fleet.client(vertx(1), store(1))))).isEqualTo(token);
      fleet.assertGrants(1, 0);
    }
  }

  @Test
  void a_logout_empties_the_store() {
    try (Fleet fleet = new Fleet(vertx(0))) {
      Gate gate = new Gate(store(0));
      IpbxClient first = fleet.client(vertx(0), gate);
      List<String> before = Fleet.ask(List.of(first));

      Await.result(first.tokens().logout());

      assertThat(Await.result(store(1).load(gate.key()))).isNull();
      List<String> after = Fleet.ask(List.of(first, fleet.client(vertx(1), store(1))));
      assertThat(after).hasSize(1).doesNotContainAnyElementsOf(before);
      fleet.assertGrants(2, 0);
    }
  }

  @Test
  void an_entry_that_cannot_be_understood_counts_as_none_and_is_overwritten() {
    try (Fleet fleet = new Fleet(vertx(0))) {
      Gate gate = new Gate(store(0));
      Fleet.ask(List.of(fleet.client(vertx(0), gate)));
      Entry good = Objects.requireNonNull(Await.result(store(0).load(gate.key())));
      Entry garbage = entry("garbage", "{\"form\":1,\"access\":");
      Await.result(store(0).replace(gate.key(), good.tag(), garbage, KEEP));

      List<String> token = Fleet.ask(List.of(fleet.client(vertx(1), store(1))));

      assertThat(Fleet.ask(List.of(fleet.client(vertx(0), store(0))))).isEqualTo(token);
      fleet.assertGrants(2, 0);
    }
  }

  @Test
  void a_process_that_ends_after_the_reply_and_before_the_save_costs_one_password_grant() {
    try (Fleet fleet = new Fleet(vertx(0))) {
      Gate gate = new Gate(store(0));
      IpbxClient doomed = fleet.client(vertx(0), gate);
      IpbxClient other = fleet.client(vertx(1), store(1));
      Fleet.ask(List.of(doomed, other));
      fleet.anHourPasses();
      gate.beforeReplace(
          () -> {
            if (fleet.mock().stats().grants("refresh_token") == 1) {
              gate.die();
            }
          });
      Await.result(doomed.tokens().current());

      Fleet.ask(List.of(other));
      fleet.assertGrants(2, 1);

      fleet.anHourPasses();
      Fleet.ask(List.of(other));
      fleet.assertGrants(2, 2);
    }
  }

  @Test
  void a_process_that_ends_with_the_lock_costs_nothing() {
    try (Fleet fleet = new Fleet(vertx(0))) {
      Gate gate = new Gate(store(0));
      IpbxClient doomed = fleet.client(vertx(0), gate);
      ShiftedTime doomedTime = fleet.time();
      IpbxClient other = fleet.client(vertx(1), store(1));
      Fleet.ask(List.of(doomed, other));
      fleet.anHourPasses();
      gate.afterLock(() -> gate.set(Gate.State.SILENT));
      doomedTime.stopTimers();
      int before = gate.locks();
      Future<AccessToken> hanging = doomed.tokens().current();
      Await.until(() -> gate.locks() > before, "it has the lock");
      Future<AccessToken> waiting = other.tokens().current();
      gate.die();
      Await.result(doomed.close());

      Await.result(waiting);
      assertThat(Await.failure(hanging)).isInstanceOf(ClientClosedException.class);
      fleet.assertGrants(1, 1);
    }
  }

  @Test
  void a_close_in_flight_leaves_no_lock_behind() {
    try (Fleet fleet = new Fleet(vertx(0))) {
      Gate gate = new Gate(store(0));
      gate.afterLock(() -> gate.set(Gate.State.SILENT));
      IpbxClient client = fleet.client(vertx(0), gate);
      fleet.time().stopTimers();
      Future<AccessToken> hanging = client.tokens().current();
      Await.until(() -> gate.locks() > 0, "it has the lock");

      Await.result(client.close());

      assertThat(Await.failure(hanging)).isInstanceOf(ClientClosedException.class);
      Await.until(() -> !held(gate), "the lock is free");
    }
  }

  /** Whether somebody has the lock of the entry that was asked for last. */
  private boolean held(Gate gate) {
    Lease lease = Await.result(store(1).tryLock(gate.key()));
    if (lease != null) {
      Await.result(lease.release());
    }
    return lease == null;
  }
}
