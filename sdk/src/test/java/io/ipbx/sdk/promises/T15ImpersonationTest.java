package io.ipbx.sdk.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ipbx.sdk.ImpersonationDeniedException;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxRequest;
import io.ipbx.sdk.LoggedOutException;
import io.ipbx.sdk.TokenRejectedException;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.TokenEvent;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.Request;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** T15: one child identity for each user, made from the access's present token. */
@ExtendWith(VertxExtension.class)
class T15ImpersonationTest {

  private static final String ALICE = "alice@example.com";

  private static List<Request> exchanges(World world) {
    return world.server().requests(request -> request.target().equals("/token-exchange"));
  }

  @Test
  void a_users_token_is_made_once_from_the_access_token(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient alice = world.client().impersonate(ALICE);

      List<Future<?>> calls =
          IntStream.range(0, 200)
              .<Future<?>>mapToObj(i -> alice.send(IpbxRequest.get("/calls")))
              .toList();
      calls.forEach(Await::result);

      assertThat(exchanges(world)).hasSize(1);
      assertThat(exchanges(world).get(0).bearer()).isEqualTo("access-1");
      assertThat(exchanges(world).get(0).body()).isEqualTo("{\"email\":\"alice@example.com\"}");
      assertThat(world.server().apiCalls()).extracting(Request::bearer).containsOnly("access-2");
      assertThat(alice.tokens().identity().subject()).isEqualTo(ALICE);
    }
  }

  @Test
  void an_exchange_that_waits_for_a_connection_has_its_whole_time_once_it_is_sent(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved();
    AtomicInteger asked = new AtomicInteger();
    script.onExchange(request -> asked.getAndIncrement() == 0 ? Reply.never() : script.next());
    try (World world = new World(vertx, script)) {
      IpbxClient client =
          world.client(
              world.options().setAuthConnections(1).setAuthTimeout(5_000).setFlightTimeout(7_000));
      client.impersonate(ALICE).tokens().current();
      Await.until(() -> exchanges(world).size() == 1, "the only connection is taken");
      Future<AccessToken> second = client.impersonate("bob@example.com").tokens().current();
      Await.until(() -> world.time().pendingTimers() == 3, "both fly, one is out");

      world.time().advance(Duration.ofSeconds(5));

      assertThat(Await.result(second)).isNotNull();
      assertThat(world.events())
          .filteredOn(TokenEvent.GrantEnded.class::isInstance)
          .filteredOn(ended -> ((TokenEvent.GrantEnded) ended).failure() != null)
          .hasSize(1);
    }
  }

  @Test
  void the_same_user_in_another_case_is_the_same_user(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = world.client();
      AccessToken one = Await.result(client.impersonate(ALICE).tokens().current());
      AccessToken two = Await.result(client.impersonate("Alice@Example.com").tokens().current());

      assertThat(two).isSameAs(one);
      assertThat(exchanges(world)).hasSize(1);
    }
  }

  @Test
  void users_fly_apart_and_share_the_login(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = world.client();

      List<Future<AccessToken>> tokens =
          IntStream.range(0, 20)
              .mapToObj(i -> client.impersonate("user" + i + "@example.com").tokens().current())
              .toList();

      assertThat(tokens)
          .extracting(Await::result)
          .extracting(AccessToken::value)
          .doesNotHaveDuplicates();
      assertThat(exchanges(world)).hasSize(20);
      assertThat(world.server().grants("password")).hasSize(1);
    }
  }

  @Test
  void a_401_in_the_exchange_renews_the_access_token_once(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved();
    script.onExchange(
        request ->
            request.bearer().equals("access-1")
                ? Reply.error(401, "invalid_token")
                : script.next());
    try (World world = new World(vertx, script)) {
      AccessToken token = Await.result(world.client().impersonate(ALICE).tokens().current());

      assertThat(token.value()).isEqualTo("access-3");
      assertThat(exchanges(world))
          .extracting(Request::bearer)
          .containsExactly("access-1", "access-2");
    }
  }

  @Test
  void a_second_401_in_the_exchange_is_told(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved();
    script.onExchange(request -> Reply.of(401, Map.of(), ""));
    try (World world = new World(vertx, script)) {
      assertThat(Await.failure(world.client().impersonate(ALICE).tokens().current()))
          .isInstanceOf(TokenRejectedException.class);
      assertThat(exchanges(world)).hasSize(2);
    }
  }

  @Test
  void a_denial_is_its_own_failure_and_leaves_the_access_alone(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved();
    script.onExchange(request -> Reply.error(403, "access_denied"));
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();

      assertThat(Await.failure(client.impersonate(ALICE).tokens().current()))
          .isInstanceOf(ImpersonationDeniedException.class);
      assertThat(client.tokens().current().succeeded()).isTrue();
      assertThat(exchanges(world)).hasSize(1);
    }
  }

  @Test
  void a_users_token_ends_and_is_made_anew_without_a_refresh_token(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = world.client();
      Await.result(client.impersonate(ALICE).tokens().current());
      world.time().advance(Duration.ofHours(1));

      Await.result(client.impersonate(ALICE).tokens().current());

      assertThat(exchanges(world)).hasSize(2);
      assertThat(world.server().grants("refresh_token"))
          .extracting(request -> request.field("refresh_token"))
          .containsExactly("refresh-1");
    }
  }

  @Test
  void users_long_unused_and_users_past_the_bound_are_forgotten(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved().expiresIn(1_000_000))) {
      IpbxClient client =
          world.client(world.options().setImpersonations(2).setImpersonationIdle(60_000));
      Await.result(client.impersonate(ALICE).tokens().current());
      Await.result(client.impersonate(ALICE).tokens().current());
      assertThat(exchanges(world)).hasSize(1);

      world.time().advance(Duration.ofMinutes(2));
      Await.result(client.impersonate(ALICE).tokens().current());
      assertThat(exchanges(world)).hasSize(2);

      for (int i = 0; i < 50; i++) {
        Await.result(client.impersonate("user" + i + "@example.com").tokens().current());
      }
      for (int i = 0; i < 50; i++) {
        Await.result(client.impersonate("user" + i + "@example.com").tokens().current());
      }
      assertThat(exchanges(world)).hasSizeGreaterThan(100 - 2);
    }
  }

  @Test
  void to_look_at_a_users_tokens_is_no_use_of_them(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved().expiresIn(1_000_000))) {
      IpbxClient client =
          world.client(world.options().setImpersonations(1).setImpersonationIdle(60_000));
      AccessToken token = Await.result(client.impersonate(ALICE).tokens().current());

      assertThat(client.impersonate("bob@example.com").tokens().status().age()).isNull();
      assertThat(client.impersonate("bob@example.com").tokens().invalidate(token)).isFalse();
      world.time().advance(Duration.ofSeconds(40));
      assertThat(client.impersonate(ALICE).tokens().status().age())
          .isEqualTo(Duration.ofSeconds(40));
      world.time().advance(Duration.ofSeconds(40));

      assertThat(client.impersonate(ALICE).tokens().status().age()).isNull();
    }
  }

  /** Its users are forgotten sooner than their flights end. */
  private static IpbxClient patient(World world) {
    return world.client(
        world
            .options()
            .setImpersonationIdle(60_000)
            .setAuthTimeout(600_000)
            .setFlightTimeout(600_000));
  }

  /** Alice's wait for a token; bob's comes after the time for which an unused one is kept. */
  private static Future<AccessToken> forgottenInFlight(World world, IpbxClient patient) {
    Future<AccessToken> waiting = patient.impersonate(ALICE).tokens().current();
    Await.until(() -> exchanges(world).size() == 1, "alice is in flight");
    world.time().advance(Duration.ofMinutes(2));
    Await.result(patient.impersonate("bob@example.com").tokens().current());
    return waiting;
  }

  @Test
  void a_user_forgotten_in_flight_keeps_what_the_flight_brings(Vertx vertx) {
    Promise<Void> gate = Promise.promise();
    AuthScript script = AuthScript.wellBehaved().expiresIn(1_000_000);
    script.onExchange(
        request ->
            request.body().contains("alice") ? script.nextAfter(gate.future()) : script.next());
    try (World world = new World(vertx, script)) {
      IpbxClient client = patient(world);
      Future<AccessToken> waiting = forgottenInFlight(world, client);
      gate.complete();
      AccessToken token = Await.result(waiting);

      assertThat(client.impersonate(ALICE).tokens().current().result()).isSameAs(token);
      assertThat(exchanges(world)).hasSize(2);
    }
  }

  @Test
  void a_user_forgotten_in_flight_is_logged_out_with_the_others(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved().expiresIn(1_000_000);
    script.onExchange(request -> request.body().contains("alice") ? Reply.never() : script.next());
    try (World world = new World(vertx, script)) {
      IpbxClient client = patient(world);
      Future<AccessToken> waiting = forgottenInFlight(world, client);

      Await.result(client.tokens().logout());

      assertThat(Await.failure(waiting)).isInstanceOf(LoggedOutException.class);
    }
  }

  @Test
  void a_user_forgotten_in_flight_does_not_fly_twice(Vertx vertx) {
    Promise<Void> gate = Promise.promise();
    AuthScript script = AuthScript.wellBehaved().expiresIn(1_000_000);
    script.onExchange(
        request ->
            request.body().contains("alice") ? script.nextAfter(gate.future()) : script.next());
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client(world.options().setImpersonations(1));
      Future<AccessToken> first = client.impersonate(ALICE).tokens().current();
      Await.until(() -> exchanges(world).size() == 1, "the exchange is out");
      for (int i = 0; i < 20; i++) {
        Await.result(client.impersonate("user" + i + "@example.com").tokens().current());
      }

      Future<AccessToken> second = client.impersonate(ALICE).tokens().current();
      gate.complete();

      assertThat(Await.result(second)).isSameAs(Await.result(first));
      assertThat(exchanges(world))
          .filteredOn(request -> request.body().contains("alice"))
          .hasSize(1);
    }
  }

  @Test
  void after_a_logout_no_token_from_before_is_served(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = world.client();
      IpbxClient alice = client.impersonate(ALICE);
      Await.result(alice.tokens().current());

      Await.result(client.tokens().logout());

      assertThat(Await.result(alice.tokens().current()).value()).isEqualTo("access-4");
      assertThat(world.server().grants("password")).hasSize(2);
      assertThat(world.server().grants("refresh_token")).isEmpty();
    }
  }

  @Test
  void a_logout_fails_those_who_wait_and_its_flight_publishes_nothing(Vertx vertx) {
    Promise<Void> gate = Promise.promise();
    AuthScript script = AuthScript.wellBehaved();
    script.onExchange(request -> script.nextAfter(gate.future()));
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();
      IpbxClient alice = client.impersonate(ALICE);
      Future<AccessToken> waiting = alice.tokens().current();
      Await.until(() -> exchanges(world).size() == 1, "the exchange is out");

      Await.result(client.tokens().logout());
      gate.complete();

      assertThat(Await.failure(waiting)).isInstanceOf(LoggedOutException.class);
      assertThat(Await.result(alice.tokens().current()).value()).isEqualTo("access-4");
    }
  }

  @Test
  void a_users_logout_leaves_the_access_and_other_users_alone(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = world.client();
      AccessToken alice = Await.result(client.impersonate(ALICE).tokens().current());
      AccessToken bob = Await.result(client.impersonate("bob@example.com").tokens().current());

      Await.result(client.impersonate(ALICE).tokens().logout());

      assertThat(Await.result(client.impersonate(ALICE).tokens().current())).isNotSameAs(alice);
      assertThat(client.impersonate("bob@example.com").tokens().current().result()).isSameAs(bob);
      assertThat(world.server().grants("password")).hasSize(1);
    }
  }

  @Test
  void the_session_is_ended_on_the_server_where_an_address_is_configured(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved().onApi(request -> Reply.of(204, Map.of(), ""));
    try (World world = new World(vertx, script)) {
      IpbxClient client =
          world.client(world.options().setLogoutUrl(world.server().url() + "/logout"));
      Await.result(client.tokens().current());

      Await.result(client.tokens().logout());

      Request logout = world.server().apiCalls().get(0);
      assertThat(logout.target()).isEqualTo("/logout");
      assertThat(logout.field("refresh_token")).isEqualTo("refresh-1");
      assertThat(logout.field("client_id")).isEqualTo("api");
      Await.result(client.tokens().logout());
      assertThat(world.server().apiCalls()).hasSize(1);
    }
  }

  @Test
  void an_impersonating_client_does_not_impersonate(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = world.client();

      assertThatThrownBy(() -> client.impersonate(ALICE).impersonate("bob@example.com"))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> client.impersonate("alice"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("alice");
    }
  }
}
