package io.ipbx.mock.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.MockOptions;
import io.ipbx.mock.testing.RunningMock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The billing view of the calls, of which there are many. */
class CallLogTest {

  private RunningMock mock;
  private String bearer;

  @BeforeEach
  void start() {
    mock = RunningMock.of(new MockOptions().setPort(0).setCalls(12_000));
    bearer = RunningMock.bearer(mock.login());
  }

  @AfterEach
  void stop() {
    mock.close();
  }

  private HttpResponse<String> answer(String query) {
    return mock.get("/v1/calls" + query, "Authorization", bearer);
  }

  private List<JsonObject> log(String query) {
    return new JsonArray(answer(query).body()).stream().map(JsonObject.class::cast).toList();
  }

  @Test
  void a_long_list_is_never_there_at_once() {
    HttpResponse<String> all = answer("");

    assertThat(all.headers().firstValue("Transfer-Encoding")).hasValue("chunked");
    assertThat(new JsonArray(all.body())).hasSizeBetween(8_000, 12_000);
  }

  @Test
  void a_number_is_found_however_long_ago_it_was() {
    JsonObject oldest = log("").get(0);

    assertThat(log("?number=" + oldest.getString("cislo_ext").replace("+", "%2B")))
        .contains(oldest)
        .allMatch(call -> call.getString("cislo_ext").equals(oldest.getString("cislo_ext")));
  }

  @Test
  void calls_of_another_customer_are_not_there() {
    assertThat(log("?dateFrom=2026-02-27&customerId=1001"))
        .isEqualTo(log("?dateFrom=2026-02-27"))
        .isNotEmpty();
    assertThat(log("?customerId=7")).isEmpty();
  }

  @Test
  void an_impersonated_user_has_the_own_calls_only() {
    int all = log("?dateFrom=2026-02-27").size();
    bearer =
        RunningMock.bearer(
            RunningMock.json(mock.exchange(bearer, "{\"email\":\"alice@example.com\"}")));

    assertThat(log("?dateFrom=2026-02-27"))
        .hasSizeBetween(1, all - 1)
        .allMatch(call -> call.getString("cislo_int").equals("201"));
  }

  @Test
  void a_day_that_is_an_hour_longer_ends_an_hour_later() {
    mock.mock().clock().freeze().set(Instant.parse("2025-10-26T22:30:00Z"));
    bearer = RunningMock.bearer(mock.login());
    String body =
        "{\"to\":\"+420777888999\",\"fromUser\":{\"identityType\":\"line\",\"identityValue\":\"201\"}}";
    mock.send(
        mock.request("/calls", "Authorization", bearer, "Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
    mock.mock().clock().advance(Duration.ofMinutes(10));

    assertThat(log("?dateFrom=2025-10-26&dateTo=2025-10-26"))
        .hasSize(1)
        .allMatch(call -> call.getString("datetime").equals("2025-10-26 23:30:00"));
  }
}
