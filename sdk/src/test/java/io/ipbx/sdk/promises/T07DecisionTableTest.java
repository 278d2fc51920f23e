package io.ipbx.sdk.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.ConnectionFailedException;
import io.ipbx.sdk.CredentialsRejectedException;
import io.ipbx.sdk.InvalidRequestException;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxException;
import io.ipbx.sdk.RateLimitedException;
import io.ipbx.sdk.RequestTimeoutException;
import io.ipbx.sdk.ServerErrorException;
import io.ipbx.sdk.UnexpectedReplyException;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** T7: which answer leads to which next step. */
@ExtendWith(VertxExtension.class)
class T07DecisionTableTest {

  /** Lets pauses pass until {@code future} is complete, without running into the deadline. */
  private static <T> Future<T> throughPauses(World world, Future<T> future, int failures) {
    for (int i = 1; i <= failures; i++) {
      int asked = i;
      Await.until(() -> world.time().pendingTimers() > 1 || future.isComplete(), "pause " + asked);
      Await.until(
          () -> world.server().tokenRequests().size() > asked || advance(world, future),
          "attempt " + (asked + 1));
    }
    return future;
  }

  private static boolean advance(World world, Future<?> future) {
    world.time().advance(Duration.ofMillis(5));
    return future.isComplete();
  }

  @Test
  void a_rejected_refresh_token_leads_to_one_password_grant_in_the_same_flight(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved();
    script.onRefresh(request -> Reply.error(400, "invalid_grant"));
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();
      Await.result(client.tokens().current());
      world.time().advance(Duration.ofHours(1));

      AccessToken token = Await.result(client.tokens().current());

      assertThat(token.value()).isEqualTo("access-2");
      assertThat(world.server().grants("refresh_token")).hasSize(1);
      assertThat(world.server().grants("password")).hasSize(2);
    }
  }

  @Test
  void a_refresh_token_known_to_be_past_its_end_is_not_presented(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = world.client();
      Await.result(client.tokens().current());
      world.time().advance(Duration.ofHours(3));

      Await.result(client.tokens().current());

      assertThat(world.server().grants("refresh_token")).isEmpty();
      assertThat(world.server().grants("password")).hasSize(2);
    }
  }

  static Stream<Arguments> passingFailures() {
    return Stream.of(
        Arguments.of("500", (Supplier<Reply>) () -> Reply.of(500, "text/html", "<h1>oops</h1>")),
        Arguments.of("503", (Supplier<Reply>) () -> Reply.of(503, Map.of(), "")),
        Arguments.of("server_error", (Supplier<Reply>) () -> Reply.error(400, "server_error")),
        Arguments.of("429", (Supplier<Reply>) () -> Reply.of(429, Map.of(), "slow down")),
        Arguments.of("cut before a byte", (Supplier<Reply>) Reply::cut),
        Arguments.of(
            "cut mid-body", (Supplier<Reply>) () -> Reply.tokens("a", "r", 60).cutInHalf()),
        Arguments.of(
            "no HTTP", (Supplier<Reply>) () -> Reply.raw("\u0001\u0002 nonsense\r\n\r\n")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("passingFailures")
  void a_failure_that_may_pass_repeats_the_same_refresh_and_never_logs_in(
      String name, Supplier<Reply> failure, Vertx vertx) {
    AtomicInteger failures = new AtomicInteger(2);
    AuthScript script = AuthScript.wellBehaved();
    script.onRefresh(request -> failures.getAndDecrement() > 0 ? failure.get() : script.next());
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();
      Await.result(client.tokens().current());
      world.time().advance(Duration.ofHours(1));

      AccessToken token = Await.result(throughPauses(world, client.tokens().current(), 3));

      assertThat(token.value()).isEqualTo("access-2");
      assertThat(world.server().grants("refresh_token"))
          .hasSize(3)
          .allSatisfy(refresh -> assertThat(refresh.field("refresh_token")).isEqualTo("refresh-1"));
      assertThat(world.server().grants("password")).hasSize(1);
      assertThat(world.server().peakOfTokenRequests()).isEqualTo(1);
    }
  }

  @Test
  void a_server_that_does_not_answer_is_asked_again_after_its_time_is_up(Vertx vertx) {
    AtomicInteger attempts = new AtomicInteger();
    AuthScript script = AuthScript.wellBehaved();
    script.onPassword(request -> attempts.incrementAndGet() == 1 ? Reply.never() : script.next());
    try (World world = new World(vertx, script)) {
      IpbxClient client =
          world.client(world.options().setAuthTimeout(1_000).setFlightTimeout(20_000));
      Future<AccessToken> token = client.tokens().current();
      Await.until(() -> !world.server().tokenRequests().isEmpty(), "the first attempt");

      world.time().advance(Duration.ofSeconds(1));

      assertThat(Await.result(throughPauses(world, token, 2)).value()).isEqualTo("access-1");
      assertThat(world.server().grants("password")).hasSize(2);
    }
  }

  static Stream<Arguments> finalAnswers() {
    return Stream.of(
        Arguments.of(Reply.error(401, "invalid_grant"), CredentialsRejectedException.class),
        Arguments.of(Reply.error(400, "invalid_grant"), CredentialsRejectedException.class),
        Arguments.of(Reply.error(503, "invalid_grant"), CredentialsRejectedException.class),
        Arguments.of(Reply.error(401, "invalid_client"), CredentialsRejectedException.class),
        Arguments.of(Reply.error(400, "invalid_scope"), InvalidRequestException.class),
        Arguments.of(Reply.error(200, "invalid_grant"), CredentialsRejectedException.class),
        Arguments.of(Reply.of(200, "text/html", "<html>"), UnexpectedReplyException.class),
        Arguments.of(Reply.of(200, "application/json", "[]"), UnexpectedReplyException.class),
        Arguments.of(Reply.of(200, "application/json", "{}"), UnexpectedReplyException.class),
        Arguments.of(Reply.tokens("a", "r", -5), UnexpectedReplyException.class),
        Arguments.of(
            Reply.of(302, Map.of("Location", "http://127.0.0.1:9/"), ""),
            UnexpectedReplyException.class));
  }

  @ParameterizedTest
  @MethodSource("finalAnswers")
  void an_answer_that_will_not_change_is_not_asked_for_twice(
      Reply reply, Class<? extends IpbxException> meaning, Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved().onPassword(request -> reply))) {
      IpbxClient client = world.client();

      Throwable failure = Await.failure(client.tokens().current());

      assertThat(failure).isInstanceOf(meaning);
      assertThat(((IpbxException) failure).retryable()).isFalse();
      assertThat(failure.getStackTrace()).isEmpty();
      assertThat(world.server().tokenRequests()).hasSize(1);
    }
  }

  @Test
  void a_wait_longer_than_the_flight_is_told_instead_of_slept(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved();
    script.onPassword(request -> Reply.of(429, Map.of("Retry-After", "120"), ""));
    try (World world = new World(vertx, script)) {
      Throwable failure = Await.failure(world.client().tokens().current());

      assertThat(failure).isInstanceOf(RateLimitedException.class);
      assertThat(((RateLimitedException) failure).retryAfter()).isEqualTo(Duration.ofMinutes(2));
      assertThat(world.server().tokenRequests()).hasSize(1);
    }
  }

  @Test
  void a_short_retry_after_is_waited_for(Vertx vertx) {
    AtomicInteger attempts = new AtomicInteger();
    AuthScript script = AuthScript.wellBehaved();
    script.onPassword(
        request ->
            attempts.incrementAndGet() == 1
                ? Reply.of(503, Map.of(), "")
                : attempts.get() == 2
                    ? Reply.of(429, Map.of("Retry-After", "7"), "")
                    : script.next());
    try (World world = new World(vertx, script)) {
      Future<AccessToken> token = throughPauses(world, world.client().tokens().current(), 1);
      Await.until(() -> world.server().tokenRequests().size() == 2, "the second attempt");
      Await.until(() -> world.time().untilNext().equals(Duration.ofSeconds(7)), "the pause");

      world.time().advance(Duration.ofSeconds(6));
      assertThat(world.server().tokenRequests()).hasSize(2);
      world.time().advance(Duration.ofSeconds(1));

      assertThat(Await.result(token).value()).isEqualTo("access-1");
    }
  }

  @Test
  void a_refused_connection_is_a_connection_failure(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client =
          world.client(world.options().setAuthUrl("http://127.0.0.1:1").setFlightTimeout(1));
      Future<AccessToken> token = client.tokens().current();
      Await.until(token::isComplete, "the flight ends");
      assertThat(token.cause()).isInstanceOf(ConnectionFailedException.class);
    }
  }

  @Test
  void an_outage_ends_with_the_flight_and_names_the_last_failure(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved();
    script.onPassword(request -> Reply.of(503, Map.of(), ""));
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client(world.options().setFlightTimeout(10_000));
      Future<AccessToken> token = client.tokens().current();
      Await.until(
          () -> {
            world.time().advance(Duration.ofMillis(20));
            return token.isComplete();
          },
          "the flight ends");

      assertThat(token.cause())
          .isInstanceOfAny(ServerErrorException.class, RequestTimeoutException.class)
          .hasStackTraceContaining("503");
      assertThat(world.server().grants("password")).hasSizeGreaterThan(1);
    }
  }
}
