package io.ipbx.sdk.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.CredentialsRejectedException;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxException;
import io.ipbx.sdk.RequestTimeoutException;
import io.ipbx.sdk.UnexpectedReplyException;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the auth server may answer: a sane reading, or a failure that says what is wrong. */
@ExtendWith(VertxExtension.class)
class TokenReplyTest {

  private static Reply body(String json) {
    return Reply.of(200, "application/json", json);
  }

  private static Reply withMember(String member) {
    return body("{\"access_token\":\"a\"" + (member.isEmpty() ? "" : "," + member) + "}");
  }

  private static AccessToken tokenOf(Vertx vertx, Reply reply) {
    try (World world = new World(vertx, AuthScript.wellBehaved().onPassword(request -> reply))) {
      return Await.result(world.client().tokens().current());
    }
  }

  private static Throwable failureOf(Vertx vertx, Reply reply) {
    try (World world = new World(vertx, AuthScript.wellBehaved().onPassword(request -> reply))) {
      return Await.failure(world.client().tokens().current());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | PT5M",
        "'\"expires_in\":null' | PT5M",
        "'\"expires_in\":\"soon\"' | PT5M",
        "'\"expires_in\":\"NaN\"' | PT5M",
        "'\"expires_in\":[]' | PT5M",
        "'\"expires_in\":3600' | PT1H",
        "'\"expires_in\":\"3600\"' | PT1H",
        "'\"expires_in\":1.5' | PT1.5S",
        "'\"expires_in\":0.001' | PT0.001S",
        "'\"expires_in\":1e18' | PT8760H",
        "'\"expires_in\":\"Infinity\"' | PT8760H",
        "'\"expires_in\":99999999999999999999999999' | PT8760H"
      })
  void a_lifetime_is_read_in_any_form_and_bounded(String member, Duration lifetime, Vertx vertx) {
    assertThat(tokenOf(vertx, withMember(member)).lifetime()).isEqualTo(lifetime);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "-1e18", "\"0\"", "1e-9"})
  void a_lifetime_that_is_none_is_an_error(String seconds, Vertx vertx) {
    assertThat(failureOf(vertx, withMember("\"expires_in\":" + seconds)))
        .isInstanceOf(UnexpectedReplyException.class)
        .hasMessageContaining("expires_in");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "bearer", "BEARER"})
  void the_case_of_the_token_type_does_not_matter(String type, Vertx vertx) {
    AccessToken token = tokenOf(vertx, withMember("\"token_type\":\"" + type + "\""));

    assertThat(token.authorization()).isEqualTo("Bearer a");
  }

  static Stream<Arguments> notUnderstood() {
    return Stream.of(
        Arguments.of("another token type", withMember("\"token_type\":\"DPoP\"")),
        Arguments.of("no JSON", Reply.of(200, "text/html", "<html>sign in</html>")),
        Arguments.of("an empty body", Reply.of(200, Map.of(), "")),
        Arguments.of("no content", Reply.of(204, Map.of(), "")),
        Arguments.of("an array", body("[{\"access_token\":\"a\"}]")),
        Arguments.of("cut JSON", body("{\"access_token\":\"a\"")),
        Arguments.of("deep JSON", body("[".repeat(100_000))),
        Arguments.of("no token", body("{\"expires_in\":5}")),
        Arguments.of("a blank token", body("{\"access_token\":\" \"}")),
        Arguments.of("a token of another kind", body("{\"access_token\":7}")),
        Arguments.of("a token with a line break", body("{\"access_token\":\"a\\r\\nX: y\"}")),
        Arguments.of(
            "a token with a letter no header has", body("{\"access_token\":\"tok\u00e9n\"}")),
        Arguments.of("a huge body", body("{\"x\":\"" + "y".repeat(2 << 20) + "\"}")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("notUnderstood")
  void what_is_not_understood_is_told_as_such(String name, Reply reply, Vertx vertx) {
    Throwable failure = failureOf(vertx, reply);

    assertThat(failure).isInstanceOf(UnexpectedReplyException.class);
    assertThat(((IpbxException) failure).retryable()).isFalse();
    assertThat(failure.getMessage()).hasSizeLessThan(300);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 403, 404})
  void a_token_in_an_answer_that_is_no_success_is_not_taken(int status, Vertx vertx) {
    String tokens = "{\"access_token\":\"a\",\"expires_in\":3600}";

    assertThat(failureOf(vertx, Reply.of(status, "application/json", tokens)))
        .isInstanceOf(IpbxException.class)
        .extracting(failure -> ((IpbxException) failure).status())
        .isEqualTo(status);
  }

  @Test
  void a_success_that_holds_an_error_is_that_error(Vertx vertx) {
    assertThat(failureOf(vertx, withMember("\"error\":\"invalid_grant\"")))
        .isInstanceOf(CredentialsRejectedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "\"x\"", "1e30"})
  void an_odd_life_of_the_refresh_token_leaves_it_to_the_server_to_refuse(
      String seconds, Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved();
    script.onPassword(
        request -> withMember("\"refresh_token\":\"r\",\"refresh_expires_in\":" + seconds));
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();
      client.tokens().invalidate(Await.result(client.tokens().current()));

      Await.result(client.tokens().current());

      assertThat(world.server().grants("refresh_token")).hasSize(1);
    }
  }

  @Test
  void without_a_refresh_token_the_next_token_is_a_login(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved().onPassword(request -> withMember(""));
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();
      Await.result(client.tokens().current());
      world.time().advance(Duration.ofMinutes(5));
      Await.result(client.tokens().current());

      assertThat(world.server().grants("password")).hasSize(2);
      assertThat(world.server().grants("refresh_token")).isEmpty();
    }
  }

  @Test
  void a_login_without_a_refresh_token_does_not_bring_back_that_of_the_session_before(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved();
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();
      Await.result(client.tokens().current());
      script.onPassword(request -> withMember(""));
      // Past the end of the refresh token, which the server has not refused.
      world.time().advance(Duration.ofHours(2));
      client.tokens().invalidate(Await.result(client.tokens().current()));
      Await.result(client.tokens().current());

      assertThat(world.server().grants("password")).hasSize(3);
      assertThat(world.server().grants("refresh_token")).isEmpty();
    }
  }

  @Test
  void a_token_that_ran_out_on_its_way_is_not_served(Vertx vertx) {
    Promise<Void> gate = Promise.promise();
    AuthScript script = AuthScript.wellBehaved().expiresIn(3);
    script.onPassword(request -> script.nextAfter(gate.future()));
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client(world.options().setFlightTimeout(3_200));
      Future<AccessToken> token = client.tokens().current();
      Await.until(() -> !world.server().tokenRequests().isEmpty(), "a grant is sent");
      world.time().advance(Duration.ofSeconds(3));
      gate.complete();

      assertThat(Await.failure(token))
          .isInstanceOf(RequestTimeoutException.class)
          .hasMessageContaining("lives");
    }
  }

  /** As some servers do: one token for all who ask, until shortly before its end. */
  @Test
  void a_server_that_repeats_its_token_until_late_is_asked_a_few_times_and_not_at_each_call(
      Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved();
    try (World world = new World(vertx, script)) {
      long end = world.time().nanoTime() + Duration.ofHours(1).toNanos();
      script.onPassword(request -> repeated(world, end)).onRefresh(request -> repeated(world, end));
      IpbxClient client = world.client();
      Await.result(client.tokens().current());
      for (int second = 1; second < 3_590; second++) {
        world.time().advance(Duration.ofSeconds(1));
        Future<AccessToken> served = client.tokens().current();
        assertThat(Await.result(served).value()).isEqualTo("the-one");
        Await.until(() -> !client.tokens().status().inFlight(), "the flight is over");
      }

      assertThat(world.server().tokenRequests()).hasSizeBetween(4, 12);
      assertThat(world.events()).noneMatch(TokenEvent.FlightFailed.class::isInstance);
    }
  }

  private static Reply repeated(World world, long end) {
    long left = Duration.ofNanos(end - world.time().nanoTime()).toSeconds();
    return Reply.json(
        200,
        new JsonObject()
            .put("access_token", "the-one")
            .put("refresh_token", "r")
            .put("expires_in", left));
  }

  @Test
  void the_same_token_again_is_put_aside_again_when_it_is_refused_again(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved();
    script.onPassword(request -> Reply.tokens("same", "r", 60));
    script.onRefresh(request -> Reply.tokens("same", "r", 60));
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();
      AccessToken first = Await.result(client.tokens().current());
      assertThat(client.tokens().invalidate(first)).isTrue();
      assertThat(client.tokens().invalidate(first)).isFalse();
      Await.result(client.tokens().current());

      assertThat(client.tokens().invalidate(first)).isTrue();
    }
  }
}
