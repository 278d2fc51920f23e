package io.ipbx.sdk.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.MockIpbx;
import io.ipbx.mock.MockOptions;
import io.ipbx.sdk.CredentialsRejectedException;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.Credentials;
import io.ipbx.sdk.auth.TokenEvent;
import io.ipbx.sdk.auth.Tokens;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T8: rejected credentials are not presented again for a while; others are, at once. */
@ExtendWith(VertxExtension.class)
class T08NegativeCacheTest {

  private static final Credentials GOOD = new Credentials(World.USERNAME, World.PASSWORD);
  private static final Credentials BAD = new Credentials(World.USERNAME, "wrong");

  private static AuthScript checking() {
    AuthScript script = AuthScript.wellBehaved();
    return script.onPassword(
        request ->
            request.field("password").equals(World.PASSWORD)
                ? script.next()
                : Reply.error(400, "invalid_grant"));
  }

  private static IpbxClient client(World world, AtomicReference<Credentials> credentials) {
    return world.keep(
        world
            .builder(world.options())
            .withCredentials(() -> Future.succeededFuture(credentials.get()))
            .build());
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_grant",
    "401, invalid_grant",
    "200, invalid_grant",
    "401, invalid_client",
    "400, unauthorized_client",
    "403, access_denied"
  })
  void rejected_credentials_are_presented_once(int status, String error, Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved().onPassword(request -> Reply.error(status, error));
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();
      Throwable first = Await.failure(client.tokens().current());

      List<Future<AccessToken>> later =
          IntStream.range(0, 200).mapToObj(i -> client.tokens().current()).toList();

      assertThat(first).isInstanceOf(CredentialsRejectedException.class);
      assertThat(later).extracting(Await::failure).containsOnly(first);
      assertThat(Await.failure(client.impersonate("alice@example.com").tokens().current()))
          .isSameAs(first);
      assertThat(world.server().tokenRequests()).hasSize(1);
      assertThat(world.events())
          .filteredOn(TokenEvent.CredentialsBarred.class::isInstance)
          .hasSize(1);
      assertThat(world.events()).noneMatch(TokenEvent.BackedOff.class::isInstance);
    }
  }

  @Test
  void new_credentials_are_presented_at_once(Vertx vertx) {
    AtomicReference<Credentials> supplied = new AtomicReference<>(BAD);
    try (World world = new World(vertx, checking())) {
      IpbxClient client = client(world, supplied);
      Await.failure(client.tokens().current());
      Await.failure(client.tokens().current());

      supplied.set(GOOD);

      assertThat(Await.result(client.tokens().current()).value()).isEqualTo("access-1");
      assertThat(world.server().tokenRequests()).hasSize(2);
    }
  }

  @Test
  void the_memory_ends_and_doubles_with_each_rejection_in_a_row(Vertx vertx) {
    AtomicReference<Credentials> supplied = new AtomicReference<>(BAD);
    try (World world = new World(vertx, checking())) {
      IpbxClient client = client(world, supplied);
      Duration day = Duration.ofHours(12);
      long end = world.time().nanoTime() + day.toNanos();
      while (end - world.time().nanoTime() > 0) {
        Await.failure(client.tokens().current());
        world.time().advance(Duration.ofMinutes(1));
      }

      List<Duration> memories =
          world.events().stream()
              .filter(TokenEvent.CredentialsBarred.class::isInstance)
              .map(event -> ((TokenEvent.CredentialsBarred) event).duration())
              .toList();
      assertThat(memories)
          .startsWith(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4))
          .endsWith(Duration.ofHours(1));
      // Half of what makes Keycloak lock an account by default.
      assertThat(world.server().tokenRequests()).hasSameSizeAs(memories).hasSizeLessThan(20);
    }
  }

  @Test
  void after_a_success_the_memory_is_short_again(Vertx vertx) {
    AtomicReference<Credentials> supplied = new AtomicReference<>(BAD);
    AuthScript script = checking();
    script.onRefresh(request -> Reply.error(400, "invalid_grant"));
    try (World world = new World(vertx, script)) {
      IpbxClient client = client(world, supplied);
      Await.failure(client.tokens().current());
      supplied.set(GOOD);
      AccessToken token = Await.result(client.tokens().current());
      supplied.set(BAD);
      client.tokens().invalidate(token);
      Await.failure(client.tokens().current());
      world.time().advance(Duration.ofMinutes(1));
      supplied.set(GOOD);

      assertThat(Await.result(client.tokens().current()).value()).isEqualTo("access-2");
      assertThat(world.events())
          .filteredOn(TokenEvent.CredentialsBarred.class::isInstance)
          .extracting(event -> ((TokenEvent.CredentialsBarred) event).duration())
          .containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(1));
    }
  }

  @Test
  void a_client_refused_at_a_refresh_is_remembered_as_well(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved();
    script.onRefresh(request -> Reply.error(401, "invalid_client"));
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();
      client.tokens().invalidate(Await.result(client.tokens().current()));
      for (int i = 0; i < 20; i++) {
        assertThat(Await.failure(client.tokens().current()))
            .isInstanceOf(CredentialsRejectedException.class);
      }
      assertThat(world.server().grants("refresh_token")).hasSize(1);
      assertThat(world.server().grants("password")).hasSize(1);

      world.time().advance(Duration.ofMinutes(1));
      script.onRefresh(request -> script.next());
      assertThat(Await.result(client.tokens().current()).value()).isEqualTo("access-2");
      assertThat(world.server().grants("password")).hasSize(1);
    }
  }

  @Test
  void a_refresh_token_is_left_alone_while_the_credentials_at_hand_are_barred(Vertx vertx) {
    AtomicReference<Credentials> supplied = new AtomicReference<>(GOOD);
    AuthScript script = AuthScript.wellBehaved();
    script.onRefresh(request -> Reply.error(401, "invalid_client"));
    try (World world = new World(vertx, script)) {
      IpbxClient client = client(world, supplied);
      client.tokens().invalidate(Await.result(client.tokens().current()));
      for (int i = 0; i < 20; i++) {
        assertThat(Await.failure(client.tokens().current()))
            .isInstanceOf(CredentialsRejectedException.class);
      }

      assertThat(world.server().grants("refresh_token")).hasSize(1);
      supplied.set(new Credentials(World.USERNAME, "another"));
      assertThat(Await.result(client.tokens().current()).value()).isEqualTo("access-2");
      assertThat(world.server().grants("password")).hasSize(2);
    }
  }

  @Test
  void a_logout_does_not_clear_it(Vertx vertx) {
    try (World world = new World(vertx, checking())) {
      IpbxClient client = client(world, new AtomicReference<>(BAD));
      Await.failure(client.tokens().current());
      Await.result(client.tokens().logout());

      Await.failure(client.tokens().current());

      assertThat(world.server().tokenRequests()).hasSize(1);
    }
  }

  @Test
  void the_supplier_is_asked_by_one_flight_at_a_time(Vertx vertx) {
    AtomicReference<Future<Credentials>> supplied =
        new AtomicReference<>(Future.succeededFuture(BAD));
    AtomicInteger asked = new AtomicInteger();
    try (World world = new World(vertx, checking())) {
      IpbxClient client =
          world.keep(
              world
                  .builder(world.options())
                  .withCredentials(
                      () -> {
                        asked.incrementAndGet();
                        return supplied.get();
                      })
                  .build());
      Await.failure(client.tokens().current());
      Promise<Credentials> vault = Promise.promise();
      supplied.set(vault.future());

      List<Future<AccessToken>> waiting =
          IntStream.range(0, 50).mapToObj(i -> client.tokens().current()).toList();
      vault.complete(GOOD);

      assertThat(waiting)
          .extracting(Await::result)
          .extracting(AccessToken::value)
          .containsOnly("access-1");
      assertThat(asked).hasValue(2);
      assertThat(world.server().tokenRequests()).hasSize(2);
    }
  }

  @Test
  void credentials_that_cannot_change_are_not_looked_at_again(Vertx vertx) {
    AuthScript script =
        AuthScript.wellBehaved().onPassword(request -> Reply.error(400, "invalid_grant"));
    try (World world = new World(vertx, script)) {
      Tokens tokens = world.client().tokens();
      for (int i = 0; i < 200; i++) {
        assertThat(Await.failure(tokens.current()))
            .isInstanceOf(CredentialsRejectedException.class);
      }

      assertThat(flights(world)).isEqualTo(1);
      assertThat(tokens.status().pause()).isEqualTo(Duration.ofMinutes(1));
      world.time().advance(Duration.ofMinutes(1));
      Await.failure(tokens.current());
      assertThat(flights(world)).isEqualTo(2);
      assertThat(tokens.status().pause()).isEqualTo(Duration.ofMinutes(2));
    }
  }

  @Test
  void a_token_kept_warm_is_asked_for_again_once_the_memory_ends(Vertx vertx) {
    AuthScript script =
        AuthScript.wellBehaved().onPassword(request -> Reply.error(400, "invalid_grant"));
    try (World world = new World(vertx, script)) {
      Tokens tokens = world.client(world.options().setKeepWarm(true)).tokens();
      Await.failure(tokens.current());
      script.onPassword(request -> script.next());

      Await.until(() -> world.time().pendingTimers() == 1, "the timer");
      world.time().advance(Duration.ofMinutes(1));

      Await.until(() -> tokens.status().remaining() != null, "a token without a call");
    }
  }

  private static long flights(World world) {
    return world.events().stream().filter(TokenEvent.FlightStarted.class::isInstance).count();
  }

  @Test
  void the_mock_counts_one_login_of_a_wrong_password(Vertx vertx) {
    MockIpbx mock = Await.result(MockIpbx.start(vertx, new MockOptions().setPort(0)));
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client =
          world.client(world.options().setAuthUrl(mock.url()).setPassword("Wr0ng.password"));
      for (int i = 0; i < 50; i++) {
        assertThat(Await.failure(client.tokens().current()))
            .isInstanceOf(CredentialsRejectedException.class);
      }
      assertThat(mock.stats().grants("password")).isEqualTo(1);
    } finally {
      Await.result(mock.stop());
    }
  }
}
