package io.ipbx.sdk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.RequestTimeoutException;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.TokenEvent;
import io.ipbx.sdk.spi.TokenStore;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** T16: what becomes of clients whose store, lock or server fails them. */
@ExtendWith(VertxExtension.class)
class StoreTroubleTest {

  private final TokenStore store = InMemoryTokenStore.create();
  private final Gate gate = new Gate(store);

  private IpbxClient client(World world, TokenStore of) {
    return world.keep(world.builder(world.options()).withTokenStore(of).build());
  }

  private TokenStore.Entry stored() {
    return Objects.requireNonNull(Await.result(store.load(gate.key())));
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILING", "SILENT"})
  void without_the_store_each_client_logs_in_for_itself_until_it_is_back(
      Gate.State trouble, Vertx vertx) {
    try (Fleet fleet = new Fleet(vertx)) {
      List<IpbxClient> clients = List.of(fleet.client(vertx, gate), fleet.client(vertx, gate));
      Fleet.ask(clients);

      gate.set(trouble);
      Fleet.ask(clients);
      fleet.assertGrants(1, 0);
      fleet.anHourPasses();
      assertThat(Fleet.ask(clients)).hasSize(2);
      fleet.assertGrants(3, 0);
      fleet.anHourPasses();
      Fleet.ask(clients);
      fleet.assertGrants(3, 2);
      assertThat(fleet.events()).hasAtLeastOneElementOfType(TokenEvent.StoreUnavailable.class);

      gate.set(Gate.State.OPEN);
      fleet.anHourPasses();
      assertThat(Fleet.ask(clients)).hasSize(1);
      fleet.anHourPasses();
      assertThat(Fleet.ask(clients)).hasSize(1);
      assertThat(fleet.mock().stats().byOutcome()).containsOnlyKeys("ok");
    }
  }

  @Test
  void a_store_that_throws_is_one_that_fails(Vertx vertx) {
    gate.beforeReplace(
        () -> {
          throw new IllegalStateException("broken driver");
        });
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      assertThat(Await.result(client(world, gate).tokens().current()).value())
          .isEqualTo("access-1");
      assertThat(world.events()).hasAtLeastOneElementOfType(TokenEvent.StoreUnavailable.class);
    }
  }

  @Test
  void tokens_that_could_not_be_saved_come_into_the_store_once_it_is_back(Vertx vertx) {
    gate.beforeReplace(() -> gate.set(Gate.State.FAILING));
    try (Fleet fleet = new Fleet(vertx)) {
      IpbxClient first = fleet.client(vertx, gate);
      Fleet.ask(List.of(first));
      assertThat(Await.result(store.load(gate.key()))).isNull();

      gate.beforeReplace(() -> {});
      gate.set(Gate.State.OPEN);
      fleet.anHourPasses();
      List<String> token = Fleet.ask(List.of(first));

      assertThat(Fleet.ask(List.of(fleet.client(vertx, store)))).isEqualTo(token);
      fleet.assertGrants(1, 1);
    }
  }

  @Test
  void a_refresh_token_is_gone_from_the_store_while_it_is_presented(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved();
    List<String> meanwhile = new CopyOnWriteArrayList<>();
    try (World world = new World(vertx, script)) {
      script.onRefresh(
          request -> {
            meanwhile.add(stored().data().toString());
            return script.next();
          });
      IpbxClient client = client(world, gate);
      Await.result(client.tokens().current());
      assertThat(stored().data().toString()).contains("refresh-1");

      assertThat(Await.result(client.tokens().refresh()).value()).isEqualTo("access-2");
      assertThat(meanwhile).hasSize(1);
      assertThat(meanwhile.get(0)).contains("access-1").doesNotContain("refresh-1");
      assertThat(stored().data().toString()).contains("access-2", "refresh-2");
    }
  }

  @Test
  void a_refresh_that_came_to_nothing_leaves_the_refresh_token_to_the_next(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved();
    try (World world = new World(vertx, script)) {
      IpbxClient client = client(world, gate);
      Await.result(client.tokens().current());
      script.onRefresh(request -> Reply.error(400, "unauthorized_client"));
      Await.failure(client.tokens().refresh());
      script.onRefresh(request -> script.next());
      IpbxClient other = client(world, store);
      Await.result(other.tokens().current());

      assertThat(Await.result(other.tokens().refresh()).value()).isEqualTo("access-2");
      assertThat(world.events()).hasAtLeastOneElementOfType(TokenEvent.TokensAdopted.class);
      assertThat(world.server().grants("password")).hasSize(1);
      assertThat(world.server().grants("refresh_token"))
          .extracting(request -> request.field("refresh_token"))
          .containsExactly("refresh-1", "refresh-1");
    }
  }

  @Test
  void a_refresh_token_that_the_server_refused_does_not_come_back(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved();
    try (World world = new World(vertx, script)) {
      IpbxClient client = client(world, gate);
      Await.result(client.tokens().current());
      script.onRefresh(request -> Reply.error(400, "invalid_grant"));
      script.onPassword(request -> Reply.error(401, "invalid_grant"));
      Await.failure(client.tokens().refresh());
      assertThat(stored().data().toString()).doesNotContain("refresh-1");

      script.onPassword(request -> script.next());
      IpbxClient other = client(world, store);
      Await.result(other.tokens().current());
      assertThat(Await.result(other.tokens().refresh()).value()).isEqualTo("access-2");
      assertThat(world.server().grants("refresh_token")).hasSize(1);
    }
  }

  @Test
  void a_client_whose_place_was_taken_serves_its_own_tokens_and_overwrites_nobodys(Vertx vertx) {
    Promise<Void> answer = Promise.promise();
    AuthScript script = AuthScript.wellBehaved();
    try (World world = new World(vertx, script)) {
      IpbxClient client = client(world, gate);
      Await.result(client.tokens().current());
      script.onRefresh(request -> script.nextAfter(answer.future()));
      Future<AccessToken> slow = client.tokens().refresh();
      Await.until(() -> !world.server().grants("refresh_token").isEmpty(), "it is presented");
      TokenStore.Entry others = new TokenStore.Entry("another's", stored().data());
      Await.result(store.replace(gate.key(), stored().tag(), others, Duration.ofHours(2)));
      answer.complete();

      assertThat(Await.result(slow).value()).isEqualTo("access-2");
      assertThat(stored().tag()).isEqualTo("another's");
      assertThat(world.events()).hasAtLeastOneElementOfType(TokenEvent.StoreConflict.class);

      Await.result(store.remove(gate.key()));
      script.onRefresh(request -> script.next());
      assertThat(Await.result(client.tokens().refresh()).value()).isEqualTo("access-3");
      assertThat(stored().data().toString()).contains("refresh-3");
      assertThat(world.server().grants("refresh_token"))
          .extracting(request -> request.field("refresh_token"))
          .containsExactly("refresh-1", "refresh-2");
    }
  }

  @Test
  void a_place_that_changes_under_the_lock_is_looked_at_again(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = client(world, gate);
      Await.result(client.tokens().current());
      boolean[] done = new boolean[1];
      gate.beforeReplace(
          () -> {
            if (!done[0]) {
              done[0] = true;
              TokenStore.Entry same = new TokenStore.Entry("rewritten", stored().data());
              store.replace(gate.key(), stored().tag(), same, Duration.ofHours(2));
            }
          });

      assertThat(Await.result(client.tokens().refresh()).value()).isEqualTo("access-2");
      assertThat(world.events()).hasAtLeastOneElementOfType(TokenEvent.StoreConflict.class);
      assertThat(world.server().grants("refresh_token")).hasSize(1);
      assertThat(world.server().grants("password")).hasSize(1);
    }
  }

  @Test
  void tokens_that_came_before_the_lock_was_given_are_taken(Vertx vertx) {
    Gate another = new Gate(InMemoryTokenStore.create());
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      Await.result(client(world, another).tokens().current());
      TokenStore.Entry entry = Objects.requireNonNull(Await.result(another.load(another.key())));
      gate.afterLock(() -> store.replace(gate.key(), null, entry, Duration.ofHours(2)));

      assertThat(Await.result(client(world, gate).tokens().current()).value())
          .isEqualTo("access-1");
      assertThat(world.server().tokenRequests()).hasSize(1);
    }
  }

  @Test
  void a_refresh_that_brings_no_refresh_token_leaves_the_old_one_to_all(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved();
    script.onRefresh(
        request -> Reply.of(200, "application/json", "{\"access_token\":\"of-a-refresh\"}"));
    try (World world = new World(vertx, script)) {
      IpbxClient client = client(world, gate);
      Await.result(client.tokens().current());

      assertThat(Await.result(client.tokens().refresh()).value()).isEqualTo("of-a-refresh");
      assertThat(stored().data().toString()).contains("of-a-refresh", "refresh-1");
    }
  }

  @Test
  void alone_a_client_presents_a_refused_refresh_token_no_more(Vertx vertx) {
    gate.set(Gate.State.FAILING);
    AuthScript script = AuthScript.wellBehaved();
    script.onRefresh(request -> Reply.error(400, "invalid_grant"));
    try (World world = new World(vertx, script)) {
      IpbxClient client = client(world, gate);
      Await.result(client.tokens().current());
      script.onPassword(request -> Reply.error(400, "invalid_scope"));
      Await.failure(client.tokens().refresh());
      world.time().advance(Duration.ofMinutes(10));

      Await.failure(client.tokens().refresh());
      assertThat(world.server().grants("refresh_token")).hasSize(1);
      assertThat(world.server().grants("password")).hasSize(3);
    }
  }

  @Test
  void a_lock_that_never_comes_free_holds_nobody_past_the_deadline(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = client(world, gate);
      Await.result(client.tokens().current());
      Await.result(store.tryLock(gate.key()));
      world.time().advance(Duration.ofHours(1));

      Future<AccessToken> waiting = client.tokens().current();
      Await.until(
          () -> {
            world.time().advance(Duration.ofMillis(100));
            return waiting.isComplete();
          },
          "the flight lands");

      assertThat(waiting.cause()).isInstanceOf(RequestTimeoutException.class);
      assertThat(world.server().tokenRequests()).hasSize(1);
    }
  }

  @Test
  void a_login_that_was_logged_out_of_meanwhile_is_not_saved(Vertx vertx) {
    Promise<Void> answer = Promise.promise();
    AuthScript script = AuthScript.wellBehaved();
    script.onPassword(request -> script.nextAfter(answer.future()));
    try (World world = new World(vertx, script)) {
      IpbxClient client = client(world, gate);
      Future<AccessToken> waiting = client.tokens().current();
      Await.until(() -> !world.server().tokenRequests().isEmpty(), "the grant is out");

      Await.result(client.tokens().logout());
      answer.complete();

      Await.failure(waiting);
      assertThat(Await.result(store.load(gate.key()))).isNull();
      assertThat(Await.result(client.tokens().current()).value()).isEqualTo("access-2");
    }
  }

  @Test
  void after_a_logout_that_the_store_did_not_hear_of_its_tokens_are_void_here(Vertx vertx) {
    try (Fleet fleet = new Fleet(vertx)) {
      IpbxClient client = fleet.client(vertx, gate);
      List<String> before = Fleet.ask(List.of(client));
      gate.set(Gate.State.FAILING);
      assertThat(Await.failure(client.tokens().logout())).hasMessageContaining("store");

      gate.set(Gate.State.OPEN);
      List<String> after = Fleet.ask(List.of(client));

      assertThat(after).doesNotContainAnyElementsOf(before);
      fleet.assertGrants(2, 0);
      assertThat(Fleet.ask(List.of(fleet.client(vertx, store)))).isEqualTo(after);
    }
  }

  @Test
  void a_store_wants_to_know_whose_tokens_it_keeps(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      assertThatThrownBy(
              () ->
                  world
                      .builder(world.options().setUsername(null))
                      .withCredentials(() -> Future.failedFuture("none"))
                      .withTokenStore(store)
                      .build())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("username");
    }
  }
}
