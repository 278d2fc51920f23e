package io.ipbx.mock.auth;

import static io.ipbx.mock.testing.RunningMock.refresh;
import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.MockSettings;
import io.ipbx.mock.testing.RunningMock;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Refresh tokens: used again, used by many, used late. */
class RotationTest {

  private RunningMock mock;

  @BeforeEach
  void start() {
    mock = RunningMock.start(new MockSettings().setRotateRefreshTokens(true));
  }

  @AfterEach
  void stop() {
    mock.close();
  }

  private static String refreshToken(JsonObject tokens) {
    return tokens.getString("refresh_token");
  }

  private JsonObject refreshed(String token) {
    HttpResponse<String> response = mock.token(refresh(token));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return RunningMock.json(response);
  }

  private String refusal(String token) {
    HttpResponse<String> response = mock.token(refresh(token));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(RunningMock.json(response).getString("error")).isEqualTo("invalid_grant");
    return RunningMock.json(response).getString("error_description");
  }

  @Test
  void without_rotation_an_old_token_stays_good() {
    mock.mock().configure(new MockSettings());
    String first = refreshToken(mock.login());

    refreshed(first);
    refreshed(refreshToken(refreshed(first)));

    assertThat(refreshed(first).getString("token_type")).isEqualTo("Bearer");
  }

  @Test
  void the_second_use_ends_the_family() {
    String first = refreshToken(mock.login());
    JsonObject second = refreshed(first);

    assertThat(refusal(first)).isEqualTo("Maximum allowed refresh token reuse exceeded");
    assertThat(refusal(refreshToken(second))).isEqualTo("Session doesn't have required client");
    assertThat(refusal(first)).isEqualTo("Session doesn't have required client");
    assertThat(mock.get("/calls", "Authorization", RunningMock.bearer(second)).statusCode())
        .isEqualTo(401);
  }

  @Test
  void an_older_one_is_stale_and_ends_the_family_too() {
    String first = refreshToken(mock.login());
    String second = refreshToken(refreshed(first));
    String third = refreshToken(refreshed(second));

    assertThat(refusal(first)).isEqualTo("Stale token");
    assertThat(refusal(third)).isEqualTo("Session doesn't have required client");
  }

  @Test
  void another_session_of_the_same_access_lives_on() {
    String first = refreshToken(mock.login());
    String other = refreshToken(mock.login());
    refreshed(first);
    refusal(first);

    assertThat(refreshed(other).containsKey("access_token")).isTrue();
  }

  @RepeatedTest(5)
  void of_sixteen_at_once_one_is_the_first_and_his_token_is_dead_as_well() {
    String token = refreshToken(mock.login());

    List<CompletableFuture<HttpResponse<String>>> racing =
        IntStream.range(0, 16)
            .mapToObj(i -> mock.sendAsync(mock.form("/token", refresh(token))))
            .toList();
    List<HttpResponse<String>> answers = racing.stream().map(CompletableFuture::join).toList();

    List<HttpResponse<String>> good =
        answers.stream().filter(answer -> answer.statusCode() == 200).toList();
    assertThat(good).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.body().contains("reuse exceeded")).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.body().contains("required client")).hasSize(14);
    assertThat(refusal(refreshToken(RunningMock.json(good.get(0)))))
        .isEqualTo("Session doesn't have required client");
  }

  @Test
  void within_the_grace_the_one_used_last_is_taken_again() {
    mock.mock().configure(new MockSettings().setRotateRefreshTokens(true).setRotationGrace(2_000));
    String first = refreshToken(mock.login());
    String second = refreshToken(refreshed(first));
    mock.mock().clock().advance(Duration.ofMillis(1_999));

    String again = refreshToken(refreshed(first));
    mock.mock().clock().advance(Duration.ofMillis(1));

    assertThat(refusal(first)).isEqualTo("Maximum allowed refresh token reuse exceeded");
    assertThat(again).isNotEqualTo(second);
  }

  @Test
  void a_refresh_token_ends_when_nobody_used_it() {
    String token = refreshToken(mock.login());
    mock.mock().clock().advance(Duration.ofHours(2));

    assertThat(refusal(token)).isEqualTo("Token is not active");
  }

  @Test
  void each_refresh_starts_the_idle_time_anew() {
    String token = refreshToken(mock.login());
    for (int i = 0; i < 3; i++) {
      mock.mock().clock().advance(Duration.ofSeconds(7_000));
      token = refreshToken(refreshed(token));
    }

    assertThat(token).isNotEmpty();
  }

  @Test
  void access_and_id_tokens_are_not_refresh_tokens() {
    JsonObject tokens = mock.login("&scope=openid");

    assertThat(refusal(tokens.getString("access_token"))).isEqualTo("Invalid refresh token");
    assertThat(refusal(tokens.getString("id_token"))).isEqualTo("Invalid refresh token");
  }

  @Test
  void a_changed_token_is_not_ours() {
    String token = refreshToken(mock.login());
    int claims = token.indexOf('.') + 5;
    char other = token.charAt(claims) == 'A' ? 'B' : 'A';

    assertThat(refusal(token.substring(0, claims) + other + token.substring(claims + 1)))
        .isEqualTo("Invalid refresh token");
  }

  @Test
  void a_token_of_another_client_or_from_before_the_line_is_refused() {
    String token = refreshToken(mock.login());
    long now = mock.mock().clock().now().getEpochSecond();
    mock.mock().configure(new MockSettings().setNotBefore(now + 1));
    assertThat(refusal(token)).isEqualTo("Stale token");

    mock.mock().configure(new MockSettings().setClientId("other"));
    HttpResponse<String> response =
        mock.token(refresh(token).replace("client_id=api", "client_id=other"));
    assertThat(response.body()).contains("Token client and authorized client don't match");
  }

  @Test
  void a_disabled_or_deleted_access_cannot_refresh() {
    String token = refreshToken(mock.login());
    mock.mock().accesses().setEnabled(RunningMock.USERNAME, false);
    assertThat(refusal(token)).isEqualTo("User disabled");
    mock.mock().accesses().setEnabled(RunningMock.USERNAME, true);
    refreshed(token);
  }

  @Test
  void an_unknown_scope_is_refused_and_a_narrower_one_changes_nothing() {
    String token = refreshToken(mock.login());

    assertThat(mock.token(refresh(token) + "&scope=nonsense").body())
        .contains("Invalid scopes: nonsense");
    HttpResponse<String> narrowed = mock.token(refresh(token) + "&scope=email");
    assertThat(RunningMock.json(narrowed).getString("scope")).isEqualTo("profile email");
  }

  @Test
  void too_many_sessions_end_the_oldest() {
    mock.mock().configure(new MockSettings().setMaxSessions(3));
    String oldest = refreshToken(mock.login());
    String second = refreshToken(mock.login());
    mock.login();
    mock.login();

    assertThat(refusal(oldest)).isEqualTo("Session not active");
    assertThat(refreshed(second).containsKey("access_token")).isTrue();
  }
}
