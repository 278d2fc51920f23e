package io.ipbx.mock.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ipbx.mock.MockIpbx;
import io.ipbx.mock.MockOptions;
import io.ipbx.mock.MockSettings;
import io.ipbx.mock.Signing;
import io.ipbx.mock.testing.RunningMock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The control routes, by plain HTTP. */
class ControlApiTest {

  private RunningMock mock;

  @BeforeEach
  void start() {
    mock = RunningMock.start();
  }

  @AfterEach
  void stop() {
    mock.close();
  }

  @Test
  void health_is_told() {
    assertThat(mock.controlled("GET", "/health", "").getString("status")).isEqualTo("UP");
  }

  @Test
  void the_clock_is_moved_frozen_set_and_reset() {
    JsonObject set =
        mock.controlled("PUT", "/clock", "{\"freeze\":true,\"set\":\"2030-01-01T00:00:00Z\"}");
    assertThat(set.getString("now")).isEqualTo("2030-01-01T00:00:00Z");
    assertThat(set.getBoolean("frozen")).isTrue();

    assertThat(mock.controlled("PUT", "/clock", "{\"advance\":\"PT1H\"}").getString("now"))
        .isEqualTo("2030-01-01T01:00:00Z");
    assertThat(mock.controlled("GET", "/clock", "").getString("now"))
        .isEqualTo("2030-01-01T01:00:00Z");
    assertThat(mock.controlled("PUT", "/clock", "{\"freeze\":false}").getBoolean("frozen"))
        .isFalse();
    assertThat(mock.controlled("PUT", "/clock", "{\"reset\":true}").getString("now"))
        .doesNotStartWith("2030");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"freeze\":false,\"set\":\"+1000000000-12-31T23:59:59Z\"}",
        "{\"reset\":true,\"set\":\"+1000000000-12-31T23:59:59Z\"}",
        "{\"set\":\"2030-01-01T00:00:00Z\",\"advance\":\"P106751991167D\"}",
        "{\"freeze\":false,\"advance\":\"PT9223372036854775807S\"}"
      })
  void a_move_beyond_all_time_is_not_begun(String move) {
    JsonObject before = mock.controlled("GET", "/clock", "");

    HttpResponse<String> refused = mock.control("PUT", "/clock", move);

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
    assertThat(mock.controlled("GET", "/clock", "")).isEqualTo(before);
  }

  @Test
  void tokens_expire_by_that_clock() {
    JsonObject tokens = mock.login();
    mock.controlled("PUT", "/clock", "{\"advance\":\"PT1H\"}");

    assertThat(mock.get("/calls", "Authorization", RunningMock.bearer(tokens)).statusCode())
        .isEqualTo(401);
  }

  @Test
  void an_access_is_created_listed_used_and_deleted() {
    JsonObject made =
        mock.controlled(
            "POST",
            "/accesses",
            "{\"email\":\"New@Example.com\",\"impersonation\":true,\"switchboard\":102}");

    assertThat(made.getString("email")).isEqualTo("new@example.com");
    assertThat(made.getString("password")).hasSize(16);
    assertThat(mock.token(RunningMock.password("new@example.com", encoded(made))).statusCode())
        .isEqualTo(200);
    JsonArray all = new JsonArray(mock.control("GET", "/accesses", "").body());
    assertThat(all).hasSize(3);
    assertThat(all.encode()).doesNotContain("password");
    assertThat(mock.controlled("GET", "/accesses/new@example.com", "").getInteger("switchboard"))
        .isEqualTo(102);
    assertThat(mock.controlled("DELETE", "/accesses/NEW@example.com", "").getString("deleted"))
        .isEqualTo("new@example.com");
    assertThat(mock.control("GET", "/accesses/new@example.com", "").statusCode()).isEqualTo(404);
    assertThat(mock.control("DELETE", "/accesses/new@example.com", "").statusCode()).isEqualTo(404);
  }

  private static String encoded(JsonObject access) {
    return URLEncoder.encode(access.getString("password"), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | /accesses | {\"email\":\"a@b\",\"password\":\"short\"} | MinimalLength",
        "POST | /accesses | {\"email\":\"nobody\"} | email",
        "POST | /accesses | {\"email\":\"access@example.com\"} | taken",
        "POST | /accesses | {\"email\":\"a@b\",\"switchboard\":7} | switchboard",
        "POST | /accesses | {} | email",
        "POST | /accesses | {\"mail\":\"a@b\"} | mail",
        "POST | /accesses | [] | object",
        "POST | /accesses | nonsense | body can't be decoded",
        "PUT | /clock | {\"advance\":\"soon\"} | advance",
        "PUT | /clock | {\"foo\":1} | foo",
        "POST | /revoke | {} | username",
        "PUT | /settings | {\"accessTokenTtl\":0} | accessTokenTtl",
        "PUT | /settings | {\"wrongPasswordStatus\":500} | wrongPasswordStatus",
        "PUT | /settings | {\"colour\":1} | colour",
        "PUT | /settings | {\"clientId\":\" \"} | clientId"
      })
  void what_is_wrong_is_named_and_nothing_is_done(
      String method, String path, String body, String named) {
    JsonObject before = mock.mock().settings().toJson();

    HttpResponse<String> response = mock.control(method, path, body);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(RunningMock.json(response).getString("message")).contains(named);
    assertThat(mock.mock().settings().toJson()).isEqualTo(before);
    assertThat(mock.mock().accesses().list()).hasSize(2);
  }

  @Test
  void users_tokens_and_keys_are_revoked() {
    JsonObject one = mock.login();
    JsonObject two = mock.login();

    JsonObject byToken =
        mock.controlled("POST", "/revoke", "{\"token\":\"" + one.getString("access_token") + "\"}");
    JsonObject byUser = mock.controlled("POST", "/revoke", "{\"username\":\"access@example.com\"}");
    mock.controlled("POST", "/revoke", "{\"keys\":true}");

    assertThat(byToken.getInteger("sessions")).isEqualTo(1);
    assertThat(byUser.getInteger("sessions")).isEqualTo(1);
    assertThat(mock.token(RunningMock.refresh(two.getString("refresh_token"))).statusCode())
        .isEqualTo(400);
    assertThat(mock.controlled("POST", "/revoke", "{\"token\":\"x\"}").getInteger("sessions"))
        .isZero();
  }

  @Test
  void settings_are_changed_in_part() {
    JsonObject changed =
        mock.controlled("PUT", "/settings", "{\"accessTokenTtl\":60,\"signing\":\"HS256\"}");

    assertThat(changed.getInteger("accessTokenTtl")).isEqualTo(60);
    assertThat(changed.getInteger("refreshTokenTtl")).isEqualTo(7200);
    assertThat(mock.controlled("GET", "/settings", "")).isEqualTo(changed);
    assertThat(mock.login().getInteger("expires_in")).isEqualTo(60);
    assertThat(mock.mock().settings().getSigning()).isEqualTo(Signing.HS256);
  }

  @Test
  void stats_tell_what_was_asked() {
    mock.login();
    mock.loginAs("Restricted@example.com", "");

    JsonObject stats = mock.controlled("GET", "/stats", "");

    assertThat(stats.getInteger("requests")).isEqualTo(2);
    assertThat(stats.getJsonObject("byGrant").getInteger("password")).isEqualTo(2);
    assertThat(
            stats
                .getJsonObject("byIdentity")
                .getJsonObject("restricted@example.com")
                .getInteger("peak"))
        .isEqualTo(1);
  }

  @Test
  void switchboards_have_the_keys_of_their_local_api() {
    JsonObject first =
        new JsonArray(mock.control("GET", "/switchboards", "").body()).getJsonObject(0);

    assertThat(first.fieldNames()).containsExactly("id", "name", "host", "apiKey", "apiSecret");
    assertThat(first.getString("apiKey")).matches("[0-9a-f]{24}");
    assertThat(first.getString("apiSecret").split("/")).hasSize(3);
  }

  @Test
  void a_reset_goes_back_to_the_start() {
    JsonObject tokens = mock.login();
    mock.controlled("PUT", "/settings", "{\"accessTokenTtl\":60}");
    mock.controlled("PUT", "/clock", "{\"advance\":\"PT10H\"}");
    mock.controlled("POST", "/accesses", "{\"email\":\"a@b\"}");

    mock.controlled("POST", "/reset", "");

    assertThat(mock.mock().settings().getAccessTokenTtl()).isEqualTo(3600);
    assertThat(mock.mock().accesses().list()).hasSize(2);
    assertThat(mock.mock().clock().isFrozen()).isFalse();
    assertThat(mock.mock().stats().requests()).isZero();
    assertThat(mock.token(RunningMock.refresh(tokens.getString("refresh_token"))).body())
        .contains("Session not active");
  }

  @Test
  void two_mocks_in_one_process_never_see_each_other() {
    try (RunningMock other = RunningMock.start(new MockSettings().setAccessTokenTtl(60))) {
      JsonObject tokens = mock.login();
      other.mock().clock().advance(Duration.ofDays(1));
      other.mock().accesses().delete(RunningMock.USERNAME);

      assertThat(mock.get("/calls", "Authorization", RunningMock.bearer(tokens)).statusCode())
          .isEqualTo(200);
      assertThat(other.get("/calls", "Authorization", RunningMock.bearer(tokens)).statusCode())
          .isEqualTo(401);
      assertThat(other.mock().stats().requests()).isZero();
    }
  }

  @Test
  void a_stopped_mock_listens_no_more_and_may_be_stopped_again() {
    RunningMock other = RunningMock.of(new MockOptions().setPort(0));
    MockIpbx stopped = other.mock();
    other.close();

    assertThat(stopped.stop().succeeded()).isTrue();
    assertThatThrownBy(() -> other.get("/__mock/health")).hasMessageContaining("ConnectException");
  }
}
