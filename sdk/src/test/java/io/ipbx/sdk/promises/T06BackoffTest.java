package io.ipbx.sdk.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.ImpersonationDeniedException;
import io.ipbx.sdk.InvalidRequestException;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxException;
import io.ipbx.sdk.ServerErrorException;
import io.ipbx.sdk.TokenPausedException;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.TokenEvent;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T6: after a failed flight the auth server is left in peace, and nobody is parked meanwhile. */
@ExtendWith(VertxExtension.class)
class T06BackoffTest {

  private static Reply refusal() {
    return Reply.error(400, "invalid_scope");
  }

  private static List<Duration> pauses(World world) {
    return world.events().stream()
        .filter(TokenEvent.BackedOff.class::isInstance)
        .map(event -> ((TokenEvent.BackedOff) event).pause())
        .toList();
  }

  @Test
  void a_caller_in_the_pause_fails_at_once_with_the_cause_and_the_next_try(Vertx vertx) {
    try (World world =
        new World(vertx, AuthScript.wellBehaved().onPassword(request -> refusal()))) {
      IpbxClient client = world.client();
      assertThat(Await.failure(client.tokens().current()))
          .isInstanceOf(InvalidRequestException.class);

      Future<AccessToken> refused = client.tokens().current();

      assertThat(refused.isComplete()).isTrue();
      TokenPausedException paused = (TokenPausedException) refused.cause();
      assertThat(paused.getCause()).isInstanceOf(InvalidRequestException.class);
      assertThat(paused.status()).isEqualTo(400);
      assertThat(paused.detail().code()).isEqualTo("invalid_scope");
      assertThat(paused.retryable()).isFalse();
      Instant now = world.time().instant();
      assertThat(paused.nextTry()).isBetween(now.plusMillis(200), now.plusMillis(400));
      assertThat(client.tokens().status().pause())
          .isEqualTo(Duration.between(now, paused.nextTry()));

      world.time().advance(Duration.between(now, paused.nextTry()).minusNanos(1));
      assertThat(client.tokens().current().cause()).isSameAs(paused);
      assertThat(world.server().tokenRequests()).hasSize(1);
      world.time().advance(Duration.ofNanos(1));
      assertThat(Await.failure(client.tokens().current()))
          .isInstanceOf(InvalidRequestException.class);
      assertThat(world.server().tokenRequests()).hasSize(2);
      assertThat(world.events())
          .filteredOn(TokenEvent.CallRefused.class::isInstance)
          .extracting(event -> ((TokenEvent.CallRefused) event).cause())
          .containsExactly(paused, paused);
    }
  }

  @Test
  void pauses_double_up_to_their_bound_and_begin_anew_after_a_success(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved().onPassword(request -> refusal());
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client(world.options().setBackoffMin(1_000).setBackoffMax(16_000));
      for (int i = 1; i <= 40; i++) {
        Await.failure(client.tokens().current());
        world.time().advance(Duration.ofSeconds(16));
      }
      List<Duration> pauses = pauses(world);
      assertThat(pauses).hasSize(40);
      for (int i = 1; i <= 40; i++) {
        assertThat(pauses.get(i - 1))
            .isBetween(
                Duration.ofSeconds(1), Duration.ofSeconds(Math.min(16, 1L << Math.min(i, 5))));
      }
      assertThat(pauses.subList(4, 40))
          .anyMatch(pause -> pause.compareTo(Duration.ofSeconds(8)) > 0);

      script.onPassword(request -> script.next());
      AccessToken token = Await.result(client.tokens().current());
      client.tokens().invalidate(token);
      script.onRefresh(request -> refusal());
      Await.failure(client.tokens().current());
      assertThat(pauses(world).get(40)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void a_wait_in_seconds_is_obeyed(int status, Vertx vertx) {
    waitIsObeyed(vertx, now -> Reply.of(status, Map.of("Retry-After", "120"), ""));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void a_wait_as_a_date_is_obeyed(int status, Vertx vertx) {
    waitIsObeyed(
        vertx,
        now ->
            Reply.of(
                status,
                Map.of(
                    "Retry-After",
                    DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        now.plusSeconds(120).atOffset(ZoneOffset.UTC))),
                ""));
  }

  private static void waitIsObeyed(Vertx vertx, Function<Instant, Reply> reply) {
    AuthScript script = AuthScript.wellBehaved();
    try (World world = new World(vertx, script)) {
      script.onPassword(request -> reply.apply(world.time().instant()));
      IpbxClient client = world.client();
      IpbxException failure = (IpbxException) Await.failure(client.tokens().current());
      assertThat(failure.retryable()).isTrue();
      assertThat(failure.retryAfter()).isEqualTo(Duration.ofMinutes(2));

      script.onPassword(request -> script.next());
      world.time().advance(Duration.ofMinutes(2).minusNanos(1));
      assertThat(client.tokens().current().cause()).isInstanceOf(TokenPausedException.class);
      assertThat(world.server().tokenRequests()).hasSize(1);

      world.time().advance(Duration.ofNanos(1));
      assertThat(Await.result(client.tokens().current()).value()).isEqualTo("access-1");
    }
  }

  @Test
  void pauses_that_fit_are_waited_for_in_the_flight_and_the_first_that_does_not_is_kept(
      Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved().onPassword(request -> Reply.of(503, Map.of(), ""));
    try (World world = new World(vertx, script)) {
      IpbxClient client =
          world.client(
              world
                  .options()
                  .setBackoffMin(4_000)
                  .setBackoffMax(4_000)
                  .setFlightTimeout(9_000)
                  .setAuthTimeout(9_000));
      Future<AccessToken> token = client.tokens().current();
      for (int attempt = 1; attempt <= 2; attempt++) {
        int sent = attempt;
        Await.until(() -> world.server().tokenRequests().size() == sent, "attempt " + sent);
        Await.until(() -> world.time().untilNext().equals(Duration.ofSeconds(4)), "the pause");
        world.time().advance(Duration.ofSeconds(4));
      }

      assertThat(Await.failure(token)).isInstanceOf(ServerErrorException.class);
      assertThat(world.server().tokenRequests()).hasSize(3);
      assertThat(client.tokens().status().pause()).isEqualTo(Duration.ofSeconds(4));
      assertThat(pauses(world)).containsExactly(Duration.ofSeconds(4));
      assertThat(world.events()).filteredOn(TokenEvent.GrantEnded.class::isInstance).hasSize(3);
    }
  }

  @Test
  void a_forced_refresh_is_refused_in_the_pause_too_and_the_valid_token_served(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved().onRefresh(request -> refusal());
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();
      AccessToken token = Await.result(client.tokens().current());
      Await.failure(client.tokens().refresh());

      assertThat(client.tokens().refresh().cause()).isInstanceOf(TokenPausedException.class);
      assertThat(client.tokens().current().result()).isSameAs(token);
      assertThat(world.server().tokenRequests()).hasSize(2);
    }
  }

  @Test
  void the_access_in_pause_holds_its_users_off_no_longer_than_itself(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved().onPassword(request -> refusal());
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();
      IpbxClient alice = client.impersonate("alice@example.com");
      for (int i = 0; i < 20; i++) {
        Await.failure(alice.tokens().current());
      }
      assertThat(world.server().tokenRequests()).hasSize(1);
      assertThat(alice.tokens().status().pause()).isZero();

      script.onPassword(request -> script.next());
      world.time().advance(Duration.ofMillis(400));

      assertThat(Await.result(alice.tokens().current()).value()).isEqualTo("access-2");
    }
  }

  @Test
  void a_denied_user_is_told_so_also_in_the_pause(Vertx vertx) {
    AuthScript script =
        AuthScript.wellBehaved().onExchange(request -> Reply.error(403, "access_denied"));
    try (World world = new World(vertx, script)) {
      IpbxClient alice = world.client().impersonate("alice@example.com");
      Await.failure(alice.tokens().current());

      assertThat(alice.tokens().current().cause()).isInstanceOf(ImpersonationDeniedException.class);
      assertThat(world.server().tokenRequests()).hasSize(2);
    }
  }
}
