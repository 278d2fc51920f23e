package io.ipbx.sdk.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxOptions;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.TokenEvent;
import io.ipbx.sdk.spi.TokenStore;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** T16: what was given up as lost, and comes into the store all the same. */
@ExtendWith(VertxExtension.class)
class LateStoreTest {

  private final TokenStore store = InMemoryTokenStore.create();
  private final Gate gate = new Gate(store);
  private final Promise<Void> late = Promise.promise();

  private IpbxClient client(World world, TokenStore of) {
    return world.keep(world.builder(world.options()).withTokenStore(of).build());
  }

  /** A client whose first tokens are served, and are still on their way to the store. */
  private IpbxClient unsaved(World world) {
    AtomicBoolean written = new AtomicBoolean();
    gate.beforeReplace(() -> written.set(true));
    gate.holdWrites(late.future());
    IpbxClient client = client(world, gate);
    Future<AccessToken> first = client.tokens().current();
    Await.until(written::get, "the tokens are on their way");
    world.time().advance(Duration.ofSeconds(1));
    assertThat(Await.result(first).value()).isEqualTo("access-1");
    assertThat(world.events()).hasAtLeastOneElementOfType(TokenEvent.StoreUnavailable.class);
    gate.holdWrites(Future.succeededFuture());
    return client;
  }

  @Test
  void a_refresh_token_that_may_yet_come_there_is_left_to_who_finds_it(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved();
    try (World world = new World(vertx, script)) {
      IpbxClient client = unsaved(world);
      script.onPassword(
          request -> {
            late.complete();
            return script.next();
          });
      assertThat(Await.result(client.tokens().refresh()).value()).isEqualTo("access-2");

      IpbxClient other = client(world, store);
      assertThat(Await.result(other.tokens().current()).value()).isEqualTo("access-1");
      assertThat(Await.result(other.tokens().refresh()).value()).isEqualTo("access-3");
      assertThat(world.server().grants("refresh_token"))
          .extracting(request -> request.field("refresh_token"))
          .containsExactly("refresh-1");
    }
  }

  @Test
  void once_it_is_there_it_is_taken_from_there(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = unsaved(world);
      late.complete();

      assertThat(Await.result(client.tokens().refresh()).value()).isEqualTo("access-2");
      assertThat(world.server().grants("password")).hasSize(1);
      assertThat(world.server().grants("refresh_token"))
          .extracting(request -> request.field("refresh_token"))
          .containsExactly("refresh-1");
    }
  }

  @Test
  void it_is_presented_from_memory_once_it_is_known_to_come_no_more(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = unsaved(world);
      late.fail("the connection is gone");

      assertThat(Await.result(client.tokens().refresh()).value()).isEqualTo("access-2");
      assertThat(world.server().grants("password")).hasSize(1);
    }
  }

  @Test
  void it_does_not_outlive_a_logout(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = unsaved(world);
      Await.result(client.tokens().logout());

      late.complete();

      Await.until(
          () -> Await.result(store.load(gate.key())) == null, "the store forgets them again");
      assertThat(Await.result(client(world, store).tokens().current()).value())
          .isEqualTo("access-2");
    }
  }

  @Test
  void a_logout_ends_the_session_that_another_process_has_renewed(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxOptions options = world.options().setLogoutUrl(world.server().url() + "/logout");
      IpbxClient client = world.keep(world.builder(options).withTokenStore(gate).build());
      Await.result(client.tokens().current());
      IpbxClient other = client(world, store);
      Await.result(other.tokens().current());
      Await.result(other.tokens().refresh());

      Await.result(client.tokens().logout());

      assertThat(world.server().apiCalls())
          .extracting(request -> request.field("refresh_token"))
          .containsExactly("refresh-2");
      assertThat(Await.result(store.load(gate.key()))).isNull();
    }
  }
}
