package io.ipbx.mock.auth;

import static io.ipbx.mock.testing.RunningMock.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.MockSettings;
import io.ipbx.mock.Signing;
import io.ipbx.mock.control.TokenStats;
import io.ipbx.mock.testing.RunningMock;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Impersonation, and what is counted of it. */
class ExchangeTest {

  private static final String ALICE = "{ \"email\": \"alice@example.com\"}";

  private RunningMock mock;

  @BeforeEach
  void start() {
    mock = RunningMock.start();
  }

  @AfterEach
  void stop() {
    mock.close();
  }

  private static JsonObject claims(JsonObject tokens) {
    String encoded = tokens.getString("access_token").split("\\.")[1];
    return new JsonObject(
        new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8));
  }

  private static void refused(HttpResponse<String> response, int status, String error) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(RunningMock.json(response).getString("error")).isEqualTo(error);
  }

  @Test
  void the_answer_is_a_users_own_set_of_tokens() {
    JsonObject access = mock.login();
    JsonObject user = RunningMock.json(mock.exchange(bearer(access), ALICE));

    assertThat(user.fieldNames()).isEqualTo(access.fieldNames());
    assertThat(claims(user).getString("email")).isEqualTo("alice@example.com");
    assertThat(claims(user).getString("sub")).isNotEqualTo(claims(access).getString("sub"));
    assertThat(claims(user).containsKey("act")).isFalse();
    assertThat(user.getString("session_state")).isNotEqualTo(access.getString("session_state"));
    assertThat(mock.token(RunningMock.refresh(user.getString("refresh_token"))).statusCode())
        .isEqualTo(200);
  }

  @Test
  void the_actor_is_named_when_asked_for() {
    mock.mock().configure(new MockSettings().setActClaim(true));
    JsonObject user = RunningMock.json(mock.exchange(bearer(mock.login()), ALICE));

    assertThat(claims(user).getJsonObject("act").getString("sub")).isEqualTo(RunningMock.USERNAME);
  }

  @Test
  void the_email_matches_in_any_case() {
    assertThat(
            mock.exchange(bearer(mock.login()), "{\"email\":\"Alice@Example.COM\"}").statusCode())
        .isEqualTo(200);
  }

  @Test
  void who_may_not_and_who_does_not_exist_are_answered_alike() {
    String access = bearer(mock.login());
    String restricted = bearer(mock.loginAs(RunningMock.RESTRICTED, ""));
    String user = bearer(RunningMock.json(mock.exchange(access, ALICE)));

    HttpResponse<String> unknown = mock.exchange(access, "{\"email\":\"nobody@example.com\"}");
    HttpResponse<String> notAllowed = mock.exchange(restricted, ALICE);
    HttpResponse<String> twice = mock.exchange(user, "{\"email\":\"bob@example.com\"}");

    refused(unknown, 403, "access_denied");
    assertThat(notAllowed.body()).isEqualTo(unknown.body());
    assertThat(twice.body()).isEqualTo(unknown.body());
    assertThat(notAllowed.statusCode()).isEqualTo(403);
  }

  @Test
  void a_bad_bearer_is_challenged() {
    HttpResponse<String> bad = mock.exchange("Bearer nonsense", ALICE);
    HttpResponse<String> none =
        mock.send(
            mock.request("/token-exchange", "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(ALICE)));

    refused(bad, 401, "invalid_token");
    assertThat(bad.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("error=\"invalid_token\"");
    refused(none, 401, "invalid_token");
    assertThat(none.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"IPEX\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "nonsense", "{\"email\":7}", "{\"email\":\" \"}", "null"})
  void a_body_without_an_email_is_refused(String body) {
    refused(mock.exchange(bearer(mock.login()), body), 400, "invalid_request");
  }

  @Test
  void another_content_type_is_refused() {
    HttpResponse<String> response =
        mock.send(
            mock.form("/token-exchange", "email=alice@example.com")
                .header("Authorization", bearer(mock.login())));

    refused(response, 415, "invalid_request");
    assertThat(mock.get("/token-exchange").statusCode()).isEqualTo(405);
  }

  @Test
  void requests_are_counted_by_grant_outcome_and_identity() {
    JsonObject access = mock.login();
    mock.exchange(bearer(access), ALICE);
    mock.token(RunningMock.refresh(access.getString("refresh_token")));
    mock.token(RunningMock.password(RunningMock.USERNAME, "wrong"));
    mock.token("grant_type=nonsense");

    TokenStats stats = mock.mock().stats();

    assertThat(stats.requests()).isEqualTo(5);
    assertThat(stats.granted()).isEqualTo(3);
    assertThat(stats.inFlight()).isZero();
    assertThat(stats.grants("password")).isEqualTo(2);
    assertThat(stats.grants("refresh_token")).isEqualTo(1);
    assertThat(stats.grants("exchange")).isEqualTo(1);
    assertThat(stats.byOutcome())
        .containsEntry("ok", 3L)
        .containsEntry("invalid_grant", 1L)
        .containsEntry("unsupported_grant_type", 1L);
    assertThat(stats.of(RunningMock.USERNAME).requests()).isEqualTo(3);
    assertThat(stats.of(RunningMock.USERNAME + "→alice@example.com").granted()).isEqualTo(1);
    assertThat(stats.of("nobody").requests()).isZero();
  }

  @Test
  void the_peak_tells_of_requests_that_were_there_together() {
    mock.login();
    assertThat(mock.mock().stats().of(RunningMock.USERNAME).peak()).isEqualTo(1);
    mock.mock().configure(new MockSettings().setSigning(Signing.RS256));

    List<CompletableFuture<HttpResponse<String>>> many =
        IntStream.range(0, 50)
            .mapToObj(
                i ->
                    mock.sendAsync(
                        mock.form(
                            "/token",
                            RunningMock.password(RunningMock.USERNAME, RunningMock.PASSWORD))))
            .toList();
    many.forEach(CompletableFuture::join);

    assertThat(mock.mock().stats().of(RunningMock.USERNAME).peak()).isBetween(2, 50);
    assertThat(mock.mock().stats().inFlight()).isZero();
  }
}
