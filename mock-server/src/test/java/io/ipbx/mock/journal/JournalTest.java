package io.ipbx.mock.journal;

import static io.ipbx.mock.testing.RunningMock.PASSWORD;
import static io.ipbx.mock.testing.RunningMock.USERNAME;
import static io.ipbx.mock.testing.RunningMock.bearer;
import static io.ipbx.mock.testing.RunningMock.password;
import static io.ipbx.mock.testing.RunningMock.refresh;
import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.MockSettings;
import io.ipbx.mock.control.MockJournal;
import io.ipbx.mock.control.RecordedRequest;
import io.ipbx.mock.testing.HalfSent;
import io.ipbx.mock.testing.RunningMock;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the journal holds of requests that come by plain HTTP. */
class JournalTest {

  private RunningMock mock;

  @BeforeEach
  void start() {
    mock = RunningMock.start();
  }

  @AfterEach
  void stop() {
    mock.close();
  }

  private MockJournal journal() {
    return mock.mock().journal();
  }

  private RecordedRequest last() {
    List<RecordedRequest> all = journal().recorded();
    return all.get(all.size() - 1);
  }

  @Test
  void a_name_without_end_is_cut_for_journal_and_counters() {
    String name = "x".repeat(10_000);

    mock.token(RunningMock.password(name, "wrong"));

    assertThat(mock.mock().journal().recorded().get(0).identity()).isEqualTo("x".repeat(256) + "…");
    assertThat(mock.mock().stats().byIdentity()).containsOnlyKeys("x".repeat(256) + "…");
  }

  @Test
  void a_token_request_is_held_with_who_asked_for_what_and_what_became_of_it() {
    mock.mock().clock().set(Instant.parse("2030-01-01T00:00:00Z"));
    mock.send(
        mock.form("/token?trace=7", password(USERNAME, PASSWORD)).header("X-Correlation-Id", "c1"));

    RecordedRequest request = last();

    assertThat(request.sequence()).isEqualTo(1);
    assertThat(request.at()).isEqualTo("2030-01-01T00:00:00Z");
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/token");
    assertThat(request.query()).isEqualTo("trace=7");
    assertThat(request.headers()).containsEntry("x-correlation-id", "c1");
    assertThat(request.body()).contains("grant_type=password", "username=" + USERNAME);
    assertThat(request.bodyLength()).isEqualTo(password(USERNAME, PASSWORD).length());
    assertThat(request.endpoint()).isEqualTo("token");
    assertThat(request.grant()).isEqualTo("password");
    assertThat(request.identity()).isEqualTo(USERNAME);
    assertThat(request.client()).isEqualTo("api");
    assertThat(request.status()).isEqualTo(200);
    assertThat(request.outcome()).isEqualTo("ok");
    assertThat(request.faults()).isEmpty();
    assertThat(request.took()).isPositive();
    assertThat(request)
        .asString()
        .startsWith(
            "#1 2030-01-01T00:00:00Z POST /token?trace=7 (token, password, access@example.com)"
                + " -> 200 ok in ");
  }

  @Test
  void each_endpoint_has_its_name_and_each_refusal_its_own() {
    JsonObject tokens = mock.login("&scope=openid");
    mock.token(password(USERNAME, "wrong"));
    mock.token(refresh(tokens.getString("refresh_token")));
    mock.exchange(bearer(tokens), "{\"email\":\"alice@example.com\"}");
    mock.get("/realms/IPEX/protocol/openid-connect/userinfo", "Authorization", bearer(tokens));
    mock.get("/realms/IPEX/protocol/openid-connect/certs");
    mock.get("/realms/IPEX/.well-known/openid-configuration");
    mock.send(mock.form("/realms/IPEX/protocol/openid-connect/revoke", "client_id=api&token=x"));
    mock.get("/calls", "Authorization", bearer(tokens));
    mock.get("/calls");
    mock.get("/v1/pbx", "Authorization", bearer(tokens));
    mock.get("/nothing", "Authorization", bearer(tokens));
    mock.send(mock.request("/token").DELETE());
    mock.send(mock.form("/realms/IPEX/protocol/openid-connect/logout", "client_id=other"));

    assertThat(journal().recorded())
        .extracting(
            request -> request.endpoint() + " " + request.status() + " " + request.outcome())
        .containsExactly(
            "token 200 ok",
            "token 401 invalid_grant",
            "token 200 ok",
            "token-exchange 200 ok",
            "userinfo 200 ok",
            "certs 200 ok",
            "discovery 200 ok",
            "revoke 200 ok",
            "listCalls 200 ok",
            "listCalls 401 status_401",
            "listSwitchboards 200 ok",
            "unknown 404 status_404",
            "token 405 status_405",
            "logout 401 invalid_client");
    assertThat(journal().requests().endpoint("token-exchange").list().get(0).identity())
        .isEqualTo(USERNAME + "→alice@example.com");
    assertThat(mock.mock().stats().byEndpoint())
        .containsEntry("token", 4L)
        .containsEntry("listCalls", 2L)
        .containsEntry("unknown", 1L);
  }

  @Test
  void control_requests_are_the_tests_own_and_not_held() {
    mock.get("/__mock/health");
    mock.get("/__mock/stats");

    assertThat(journal().recorded()).isEmpty();
    assertThat(mock.mock().stats().byEndpoint()).isEmpty();
  }

  @Test
  void a_long_body_is_cut_and_its_length_told() {
    mock.token("grant_type=password&client_id=api&filler=" + "x".repeat(10_000));

    assertThat(last().bodyLength()).isEqualTo(10_041);
    assertThat(last().body()).hasSize(4 * 1024 + 1).endsWith("xxx…");
  }

  @Test
  void the_oldest_make_room_and_the_counters_do_not_mind() {
    mock.mock().configure(new MockSettings().setJournalSize(10));
    for (int i = 0; i < 25; i++) {
      mock.login();
    }

    assertThat(journal().size()).isEqualTo(10);
    assertThat(journal().total()).isEqualTo(25);
    assertThat(journal().forgotten()).isEqualTo(15);
    assertThat(journal().recorded())
        .extracting(RecordedRequest::sequence)
        .containsExactly(16L, 17L, 18L, 19L, 20L, 21L, 22L, 23L, 24L, 25L);
    assertThat(mock.mock().stats().byEndpoint()).containsEntry("token", 25L);
    assertThat(mock.mock().stats().grants("password")).isEqualTo(25);
    assertThat(mock.mock().stats().byOutcome()).containsEntry("ok", 25L);
    assertThat(mock.mock().stats().of(USERNAME).requests()).isEqualTo(25);
    assertThat(mock.mock().stats().of(USERNAME).peak()).isEqualTo(1);
  }

  @Test
  void another_size_keeps_the_newest_and_their_numbers() {
    for (int i = 0; i < 6; i++) {
      mock.login();
    }
    mock.mock().configure(new MockSettings().setJournalSize(4));
    assertThat(journal().recorded())
        .extracting(RecordedRequest::sequence)
        .containsExactly(3L, 4L, 5L, 6L);

    mock.mock().configure(new MockSettings().setJournalSize(100));
    mock.login();

    assertThat(journal().recorded())
        .extracting(RecordedRequest::sequence)
        .containsExactly(3L, 4L, 5L, 6L, 7L);
    assertThat(journal().forgotten()).isEqualTo(2);
    assertThat(journal().total()).isEqualTo(7);
  }

  @Test
  void size_0_turns_it_off_and_the_counters_go_on() {
    mock.login();
    mock.mock().configure(new MockSettings().setJournalSize(0));
    mock.login();

    assertThat(journal().recorded()).isEmpty();
    assertThat(journal().forgotten()).isEqualTo(1);
    assertThat(mock.mock().stats().byEndpoint()).containsEntry("token", 2L);
  }

  @Test
  void clearing_forgets_and_counts_anew() {
    mock.login();
    journal().clear();
    mock.login();

    assertThat(journal().total()).isEqualTo(1);
    assertThat(journal().forgotten()).isZero();
    assertThat(journal().recorded()).hasSize(1);
  }

  @Test
  void requests_under_way_at_the_same_time_are_told() throws Exception {
    try (HalfSent half = HalfSent.to(mock, "/token", password(USERNAME, PASSWORD))) {
      mock.login();
      half.finish();
    }
    mock.login();

    assertThat(journal().requests().identity(USERNAME).peak()).isEqualTo(2);
    assertThat(journal().requests().peak()).isEqualTo(2);
  }

  @Test
  void a_request_whose_client_goes_away_is_held_as_unanswered_and_in_flight_no_more()
      throws Exception {
    HalfSent half = HalfSent.to(mock, "/token", password(USERNAME, PASSWORD));
    half.close();

    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (journal().total() == 0 && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(last().endpoint()).isEqualTo("token");
    assertThat(last().status()).isZero();
    assertThat(last().outcome()).isEqualTo("unanswered");
    assertThat(mock.mock().stats().inFlight()).isZero();
  }

  @Test
  void two_mocks_hold_their_own() {
    try (RunningMock other = RunningMock.start()) {
      mock.login();

      assertThat(other.mock().journal().total()).isZero();
      assertThat(other.mock().stats().byEndpoint()).isEmpty();
    }
  }

  @Test
  void nothing_that_is_held_tells_a_secret() {
    JsonObject tokens = mock.login();
    String access = tokens.getString("access_token");
    String refresh = tokens.getString("refresh_token");
    mock.token(refresh(refresh));
    mock.get("/calls", "Authorization", "Bearer " + access);
    mock.get("/calls?access_token=" + access, "Cookie", "session=" + PASSWORD);
    mock.get("/calls?note=" + refresh);
    mock.get("/" + access);
    mock.send(
        mock.form("/token", password(USERNAME, PASSWORD))
            .header("Authorization", "Basic YXBpOlBhc3N3MHJkLjIwMjY="));
    mock.token("grant_type=password&client_id=api&p%61ssword=" + PASSWORD + "&username=x");
    mock.exchange(
        "Bearer " + access, "{\"email\":\"a@b\",\"x\":{\"password\":\"" + PASSWORD + "\"}}");
    mock.exchange("Bearer " + access, "{\"email\":[{\"p\\u0061ssword\":\"" + PASSWORD + "\"}]}");
    mock.exchange("Bearer " + access, "{\"password\":\"" + PASSWORD + "\",");
    mock.exchange("Bearer " + access, "{\"p\\u0061ssword\":\"" + PASSWORD + "\",");
    mock.send(
        mock.request("/token", "Content-Type", "multipart/form-data; boundary=x")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "--x\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\n"
                        + PASSWORD
                        + "\r\n--x--")));

    StringBuilder all = new StringBuilder();
    journal().recorded().forEach(one -> all.append(one).append(one.toJson().encodePrettily()));

    assertThat(journal().recorded()).hasSize(13);
    assertThat(all)
        .contains("***", "Bearer ***", "Basic ***", "password=***", "(JSON that is broken")
        .doesNotContain(PASSWORD, access, refresh, "YXBpOlBhc3N3MHJkLjIwMjY=", "eyJ");
  }
}
