package io.ipbx.mock.auth;

import static io.ipbx.mock.testing.RunningMock.RESTRICTED;
import static io.ipbx.mock.testing.RunningMock.USERNAME;
import static io.ipbx.mock.testing.RunningMock.bearer;
import static io.ipbx.mock.testing.RunningMock.refresh;
import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.MockSettings;
import io.ipbx.mock.control.MockPart;
import io.ipbx.mock.control.RecordedRequest;
import io.ipbx.mock.testing.RunningMock;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Userinfo, logout, revocation, expiry, discovery, and locks. */
class SessionEndTest {

  private static final String CONNECT = "/realms/IPEX/protocol/openid-connect";

  private RunningMock mock;

  @BeforeEach
  void start() {
    mock = RunningMock.start();
  }

  @AfterEach
  void stop() {
    mock.close();
  }

  private HttpResponse<String> userInfo(String authorization) {
    return mock.get(CONNECT + "/userinfo", "Authorization", authorization);
  }

  private static String challenge(HttpResponse<String> response) {
    return response.headers().firstValue("WWW-Authenticate").orElse("");
  }

  @Test
  void userinfo_tells_who_the_bearer_is() {
    JsonObject tokens = mock.login("&scope=openid");

    JsonObject info = RunningMock.json(userInfo(bearer(tokens)));

    assertThat(info.getString("email")).isEqualTo(USERNAME);
    assertThat(info.getString("preferred_username")).isEqualTo(USERNAME);
    assertThat(info.getBoolean("email_verified")).isTrue();
    assertThat(userInfo(bearer(tokens).replace("Bearer", "bearer")).statusCode()).isEqualTo(200);
    assertThat(
            mock.send(
                    mock.request(CONNECT + "/userinfo", "Authorization", bearer(tokens))
                        .POST(HttpRequest.BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void userinfo_wants_openid_and_a_good_token() {
    JsonObject tokens = mock.login();

    HttpResponse<String> scopeless = userInfo(bearer(tokens));
    assertThat(scopeless.statusCode()).isEqualTo(403);
    assertThat(challenge(scopeless)).contains("insufficient_scope");
    HttpResponse<String> none = mock.get(CONNECT + "/userinfo");
    assertThat(none.statusCode()).isEqualTo(401);
    assertThat(challenge(none)).isEqualTo("Bearer realm=\"IPEX\"");
    HttpResponse<String> garbage = userInfo("Bearer garbage");
    assertThat(challenge(garbage)).contains("invalid_token").contains("Token verification failed");
    assertThat(userInfo("Bearer " + tokens.getString("refresh_token")).statusCode()).isEqualTo(401);
  }

  @Test
  void a_token_ends_at_its_second_and_not_before() {
    JsonObject tokens = mock.login("&scope=openid");
    mock.mock().clock().advance(Duration.ofSeconds(3_599));
    assertThat(userInfo(bearer(tokens)).statusCode()).isEqualTo(200);

    mock.mock().clock().advance(Duration.ofSeconds(1));

    HttpResponse<String> expired = userInfo(bearer(tokens));
    assertThat(expired.statusCode()).isEqualTo(401);
    assertThat(challenge(expired)).contains("Token verification failed");
    assertThat(expired.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
    assertThat(expired.headers().firstValue("X-Robots-Tag")).contains("none");
  }

  @Test
  void a_login_of_another_ends_no_token_that_outlives_its_session() {
    mock.mock().configure(new MockSettings().setRefreshTokenTtl(60));
    JsonObject tokens = mock.login();
    mock.mock().restore(mock.mock().snapshot());
    mock.mock().clock().advance(Duration.ofSeconds(61));

    mock.loginAs(RESTRICTED, "");

    assertThat(calls(tokens)).isEqualTo(200);
    mock.mock().clock().advance(Duration.ofSeconds(3_539));
    mock.loginAs(RESTRICTED, "");
    assertThat(calls(tokens)).isEqualTo(401);
    assertThat(mock.mock().snapshot().getJsonObject("tokens").getJsonArray("sessions")).hasSize(2);
  }

  private int calls(JsonObject tokens) {
    return mock.get("/calls", "Authorization", bearer(tokens)).statusCode();
  }

  @Test
  void logout_ends_the_session_and_may_be_repeated() {
    JsonObject tokens = mock.login("&scope=openid");
    String form = "client_id=api&refresh_token=" + tokens.getString("refresh_token");

    assertThat(mock.send(mock.form(CONNECT + "/logout", form)).statusCode()).isEqualTo(204);

    assertThat(mock.token(refresh(tokens.getString("refresh_token"))).body())
        .contains("Session not active");
    assertThat(challenge(userInfo(bearer(tokens)))).contains("user_session_not_found");
    assertThat(mock.send(mock.form(CONNECT + "/logout", form)).statusCode()).isEqualTo(204);
  }

  @Test
  void logout_refuses_what_is_not_ours() {
    assertThat(mock.send(mock.form(CONNECT + "/logout", "client_id=api&refresh_token=x")).body())
        .contains("Invalid refresh token");
    HttpResponse<String> clientless = mock.send(mock.form(CONNECT + "/logout", "refresh_token=x"));
    assertThat(clientless.statusCode()).isEqualTo(401);
    assertThat(clientless.headers().map()).doesNotContainKeys("cache-control", "pragma");
    assertThat(mock.send(mock.form(CONNECT + "/logout", "client_id=api")).statusCode())
        .isEqualTo(200);
    assertThat(mock.get(CONNECT + "/logout").statusCode()).isEqualTo(405);
  }

  @Test
  void revocation_takes_access_and_refresh_tokens() {
    JsonObject first = mock.login();
    JsonObject second = mock.login();

    assertThat(revoke(first.getString("refresh_token")).statusCode()).isEqualTo(200);
    assertThat(revoke(second.getString("access_token")).statusCode()).isEqualTo(200);

    assertThat(mock.token(refresh(first.getString("refresh_token"))).statusCode()).isEqualTo(400);
    assertThat(mock.token(refresh(second.getString("refresh_token"))).statusCode()).isEqualTo(400);
    assertThat(revoke("garbage").body()).contains("invalid_token");
    assertThat(mock.send(mock.form(CONNECT + "/revoke", "token=x")).statusCode()).isEqualTo(401);
  }

  private HttpResponse<String> revoke(String token) {
    return mock.send(mock.form(CONNECT + "/revoke", "client_id=api&token=" + token));
  }

  @Test
  void revoking_an_access_ends_those_it_impersonates() {
    JsonObject access = mock.login();
    JsonObject user =
        RunningMock.json(mock.exchange(bearer(access), "{\"email\":\"alice@example.com\"}"));
    JsonObject other = mock.loginAs(RESTRICTED, "");

    assertThat(mock.mock().revokeUser("ACCESS@example.com")).isEqualTo(2);

    assertThat(mock.get("/calls", "Authorization", bearer(user)).statusCode()).isEqualTo(401);
    assertThat(mock.get("/v1/pbx", "Authorization", bearer(access)).statusCode()).isEqualTo(401);
    assertThat(mock.get("/v1/pbx", "Authorization", bearer(other)).statusCode()).isEqualTo(200);
  }

  @Test
  void a_deleted_access_takes_its_tokens_along() {
    JsonObject tokens = mock.login();
    JsonObject other = mock.loginAs(RESTRICTED, "");

    mock.mock().accesses().delete(USERNAME.toUpperCase(Locale.ROOT));

    assertThat(calls(tokens)).isEqualTo(401);
    mock.mock().accesses().create(USERNAME, RunningMock.PASSWORD, null, false);
    assertThat(calls(tokens)).as("of an access made anew").isEqualTo(401);
    assertThat(mock.token(refresh(tokens.getString("refresh_token"))).body())
        .contains("Session not active");
    assertThat(mock.get("/v1/pbx", "Authorization", bearer(other)).statusCode()).isEqualTo(200);
  }

  @Test
  void accesses_that_a_reset_takes_back_take_their_tokens_along_and_the_others_keep_theirs() {
    mock.mock().accesses().create("new@example.com", RunningMock.PASSWORD, null, true);
    JsonObject gone = mock.loginAs("new@example.com", "");
    JsonObject user =
        RunningMock.json(mock.exchange(bearer(gone), "{\"email\":\"alice@example.com\"}"));
    JsonObject kept = mock.login();

    mock.mock().reset(MockPart.ACCESSES);

    mock.mock().accesses().create("new@example.com", RunningMock.PASSWORD, null, true);
    assertThat(calls(gone)).isEqualTo(401);
    assertThat(calls(user)).isEqualTo(401);
    assertThat(calls(kept)).isEqualTo(200);
  }

  @Test
  void whose_a_token_was_is_known_when_it_is_refused() {
    JsonObject ended = mock.login("&scope=openid");
    mock.mock().revokeUser(USERNAME);
    JsonObject expired = mock.login();
    mock.mock().clock().advance(Duration.ofHours(1));
    mock.mock().reset(MockPart.JOURNAL, MockPart.STATS);

    assertThat(mock.token(refresh(ended.getString("refresh_token"))).statusCode()).isEqualTo(400);
    assertThat(userInfo(bearer(ended)).statusCode()).isEqualTo(401);
    assertThat(calls(expired)).isEqualTo(401);
    assertThat(mock.exchange(bearer(expired), "{\"email\":\"alice@example.com\"}").statusCode())
        .isEqualTo(401);

    assertThat(mock.mock().journal().recorded())
        .extracting(RecordedRequest::identity)
        .containsExactly(USERNAME, USERNAME, USERNAME, USERNAME + "→alice@example.com");
    assertThat(mock.mock().stats().byIdentity())
        .containsOnlyKeys(USERNAME, USERNAME + "→alice@example.com");
  }

  @Test
  void access_tokens_from_before_the_line_are_refused() {
    JsonObject before = mock.login("&scope=openid");
    mock.mock().clock().advance(Duration.ofSeconds(1));
    JsonObject after = mock.login();

    mock.mock()
        .configure(new MockSettings().setNotBefore(mock.mock().clock().now().getEpochSecond()));

    assertThat(calls(before)).isEqualTo(401);
    assertThat(challenge(userInfo(bearer(before)))).contains("Token verification failed");
    assertThat(calls(after)).isEqualTo(200);
    mock.mock().configure(new MockSettings());
    assertThat(calls(before)).isEqualTo(200);
  }

  @Test
  void discovery_leads_to_the_native_addresses() {
    JsonObject document =
        RunningMock.json(mock.get("/realms/IPEX/.well-known/openid-configuration"));
    String native_ = document.getString("token_endpoint").substring(mock.mock().url().length());

    assertThat(document.getString("issuer")).isEqualTo(mock.mock().url() + "/realms/IPEX");
    assertThat(
            mock.send(mock.form(native_, RunningMock.password(USERNAME, RunningMock.PASSWORD)))
                .statusCode())
        .isEqualTo(200);
    assertThat(
            mock.send(mock.request("/realms/IPEX/.well-known/openid-configuration").DELETE())
                .statusCode())
        .isEqualTo(405);
  }

  @Test
  void too_many_wrong_passwords_lock_the_access_for_a_while() {
    mock.mock().configure(new MockSettings().setBruteForceFailures(3).setBruteForceWait(60));
    for (int i = 0; i < 3; i++) {
      mock.token(RunningMock.password(USERNAME, "wrong"));
    }

    HttpResponse<String> locked = mock.token(RunningMock.password(USERNAME, RunningMock.PASSWORD));
    assertThat(locked.statusCode()).isEqualTo(401);
    assertThat(locked.body()).contains("Invalid user credentials");
    mock.mock().clock().advance(Duration.ofSeconds(60));
    assertThat(mock.login().containsKey("access_token")).isTrue();
  }

  @Test
  void a_right_password_in_between_starts_the_count_anew() {
    mock.mock().configure(new MockSettings().setBruteForceFailures(2));
    for (int i = 0; i < 3; i++) {
      mock.token(RunningMock.password(USERNAME, "wrong"));
      assertThat(mock.login().containsKey("access_token")).isTrue();
    }
  }
}
