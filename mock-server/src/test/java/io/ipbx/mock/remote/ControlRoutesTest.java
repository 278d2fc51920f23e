package io.ipbx.mock.remote;

import static io.ipbx.mock.testing.RunningMock.RESTRICTED;
import static io.ipbx.mock.testing.RunningMock.USERNAME;
import static io.ipbx.mock.testing.RunningMock.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.MockSettings;
import io.ipbx.mock.control.FaultEffects;
import io.ipbx.mock.control.FaultMatch;
import io.ipbx.mock.control.FaultType;
import io.ipbx.mock.testing.EventStream;
import io.ipbx.mock.testing.RawClient;
import io.ipbx.mock.testing.RunningMock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Journal, reset, snapshot and contract of the control API, by plain HTTP. */
class ControlRoutesTest {

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
  void requests_are_listed_filtered_limited_and_forgotten() {
    JsonObject tokens = mock.login();
    mock.loginAs(RESTRICTED, "");
    mock.token(RunningMock.password(USERNAME, "wrong"));
    mock.get("/calls", "Authorization", bearer(tokens));

    JsonObject all = mock.controlled("GET", "/requests", "");
    assertThat(all.getInteger("total")).isEqualTo(4);
    assertThat(all.getInteger("forgotten")).isZero();
    assertThat(all.getInteger("matched")).isEqualTo(4);
    assertThat(all.getInteger("peak")).isEqualTo(1);
    JsonObject first = all.getJsonArray("requests").getJsonObject(0);
    assertThat(first.getString("endpoint")).isEqualTo("token");
    assertThat(first.getString("body")).contains("password=***");
    assertThat(first.getInteger("status")).isEqualTo(200);

    JsonObject last = mock.controlled("GET", "/requests?limit=1", "");
    assertThat(last.getInteger("matched")).isEqualTo(4);
    assertThat(last.getJsonArray("requests")).hasSize(1);
    assertThat(last.getJsonArray("requests").getJsonObject(0).getInteger("sequence")).isEqualTo(4);

    assertThat(mock.controlled("DELETE", "/requests", "").getInteger("forgotten")).isEqualTo(4);
    assertThat(mock.controlled("GET", "/requests", "").getInteger("total")).isZero();
    assertThat(mock.controlled("GET", "/stats", "").getJsonObject("byEndpoint").getInteger("token"))
        .isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "endpoint=token, 3",
    "endpoint=listCalls, 1",
    "method=GET, 1",
    "path=/tok*, 3",
    "grant=password, 3",
    "identity=restricted@example.com, 1",
    "client=api, 3",
    "outcome=invalid_grant, 1",
    "status=401, 1",
    "status=200&grant=password, 2",
    "fault=none, 0"
  })
  void each_filter_narrows(String query, int matched) {
    JsonObject tokens = mock.login();
    mock.loginAs(RESTRICTED, "");
    mock.token(RunningMock.password(USERNAME, "wrong"));
    mock.get("/calls", "Authorization", bearer(tokens));

    assertThat(mock.controlled("GET", "/requests?" + query, "").getInteger("matched"))
        .isEqualTo(matched);
  }

  @Test
  void a_stream_tells_of_each_request_that_ends() throws Exception {
    try (EventStream stream = EventStream.open(mock, "/__mock/requests/stream?outcome=ok")) {
      mock.login();
      mock.token(RunningMock.password(USERNAME, "wrong"));
      mock.loginAs(RESTRICTED, "");

      EventStream.Event first = stream.next();
      assertThat(first.name()).isEqualTo("request");
      assertThat(first.data().getString("identity")).isEqualTo(USERNAME);
      assertThat(first.data().getString("body")).contains("password=***");
      assertThat(stream.next().data().getString("identity")).isEqualTo(RESTRICTED);
    }
  }

  @Test
  void a_slow_reader_of_the_stream_is_told_how_many_it_missed() throws Exception {
    int requests = 2_000;
    mock.mock().configure(new MockSettings().setJournalSize(20));
    String body = "grant_type=password&client_id=api&filler=" + "x".repeat(6_000);
    try (EventStream stream = EventStream.open(mock, "/__mock/requests/stream")) {
      List<CompletableFuture<?>> sent = new ArrayList<>();
      for (int i = 0; i < requests; i++) {
        sent.add(mock.sendAsync(mock.form("/token", body)));
        if (sent.size() == 50) {
          sent.forEach(CompletableFuture::join);
          sent.clear();
        }
      }
      sent.forEach(CompletableFuture::join);

      long told = 0;
      long missed = 0;
      while (told + missed < requests) {
        EventStream.Event event = stream.next();
        if (event.name().equals("missed")) {
          missed += event.data().getLong("missed");
        } else {
          told++;
        }
      }
      assertThat(missed).isPositive();
      assertThat(told + missed).isEqualTo(requests);
    }
  }

  @Test
  void a_request_that_takes_so_long_that_it_is_forgotten_is_missed() throws Exception {
    mock.mock().configure(new MockSettings().setJournalSize(1));
    mock.mock()
        .faults()
        .add(new FaultMatch().setIdentity(RESTRICTED), FaultEffects.of(FaultType.NEVER_ANSWER));
    try (EventStream stream = EventStream.open(mock, "/__mock/requests/stream");
        RawClient waiting = new RawClient(mock)) {
      waiting.token(RunningMock.password(RESTRICTED, RunningMock.PASSWORD));
      while (mock.mock().faults().held() == 0) {
        Thread.onSpinWait();
      }
      mock.login();
      assertThat(stream.next().data().getString("identity")).isEqualTo(USERNAME);

      mock.mock().faults().clear();

      EventStream.Event missed = stream.next();
      assertThat(missed.name()).isEqualTo("missed");
      assertThat(missed.data().getInteger("missed")).isEqualTo(1);
    }
  }

  @Test
  void a_part_is_reset_by_name() {
    JsonObject tokens = mock.login();
    mock.controlled("PUT", "/settings", "{\"accessTokenTtl\":60}");

    mock.controlled("POST", "/reset?only=journal,tokens", "");

    assertThat(mock.get("/calls", "Authorization", bearer(tokens)).statusCode()).isEqualTo(401);
    assertThat(mock.controlled("GET", "/requests", "").getInteger("total")).isEqualTo(1);
    assertThat(mock.controlled("GET", "/settings", "").getInteger("accessTokenTtl")).isEqualTo(60);
  }

  @Test
  void a_snapshot_is_taken_and_put_back() {
    JsonObject tokens = mock.login();
    String snapshot = mock.control("GET", "/snapshot", "").body();
    mock.controlled("POST", "/reset", "");
    assertThat(mock.get("/calls", "Authorization", bearer(tokens)).statusCode()).isEqualTo(401);

    JsonArray restored = mock.controlled("PUT", "/snapshot", snapshot).getJsonArray("restored");

    assertThat(restored)
        .contains("settings", "clock", "world", "accesses", "tokens", "stats", "journal");
    assertThat(mock.get("/calls", "Authorization", bearer(tokens)).statusCode()).isEqualTo(200);
    assertThat(mock.controlled("GET", "/snapshot?only=clock,stats", "").fieldNames())
        .containsExactlyInAnyOrder("clock", "stats");
  }

  @Test
  void a_snapshot_may_be_long() {
    for (int i = 0; i < 300; i++) {
      mock.login();
    }
    String snapshot = mock.control("GET", "/snapshot", "").body();

    assertThat(snapshot.length()).isGreaterThan(100_000);
    assertThat(mock.controlled("PUT", "/snapshot", snapshot).getJsonArray("restored")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "POST | /reset?only=foo | | 'foo' is not a part: allowed are settings, clock,",
        "POST | /reset?only=tokens, | | '' is not a part",
        "GET | /snapshot?only=tokens,foo | | 'foo' is not a part",
        "PUT | /snapshot | {\"foo\":{}} | 'foo' is not a part",
        "PUT | /snapshot | {\"clock\":{\"now\":\"x\"}} | clock.now is not right: it takes an"
            + " instant",
        "PUT | /snapshot | [] | object",
        "PUT | /snapshot | | body",
        "GET | /requests?status=x | | status",
        "GET | /requests?limit=-1 | | limit",
        "POST | /accesses | {\"email\":7} | email",
        "PUT | /clock | {\"advance\":7} | advance",
        "PUT | /clock | {\"freeze\":\"yes\"} | freeze"
      })
  void what_is_wrong_is_named(String method, String path, String body, String named) {
    HttpResponse<String> response = mock.control(method, path, body == null ? "" : body);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(RunningMock.json(response).getString("message")).contains(named);
  }

  @Test
  void the_contract_is_served() {
    HttpResponse<String> response = mock.control("GET", "/openapi.yaml", "");

    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("application/yaml; charset=utf-8");
    assertThat(response.body()).startsWith("openapi: 3.1.0").contains("/__mock/requests/stream:");
  }

  @Test
  void what_is_not_in_the_contract_is_not_there() {
    assertThat(mock.control("GET", "/nothing", "").statusCode()).isEqualTo(404);
    assertThat(mock.control("PATCH", "/clock", "{}").statusCode()).isEqualTo(405);
  }
}
