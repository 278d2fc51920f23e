package io.ipbx.mock.fault;

import static io.ipbx.mock.testing.RunningMock.PASSWORD;
import static io.ipbx.mock.testing.RunningMock.USERNAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.control.FaultEffect;
import io.ipbx.mock.control.FaultEffects;
import io.ipbx.mock.control.FaultMatch;
import io.ipbx.mock.control.FaultRule;
import io.ipbx.mock.control.FaultType;
import io.ipbx.mock.testing.RunningMock;
import io.ipbx.mock.testing.SharedMock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What is done to the server, and what several rules make of one request together. */
class FaultCombinationTest extends SharedMock {

  private static final String CERTS = "/realms/IPEX/protocol/openid-connect/certs";

  private static String rule(FaultMatch match, FaultEffect effect) {
    return mock.mock().faults().add(match, effect).getId();
  }

  private static String onToken(FaultEffect effect) {
    return rule(FaultMatch.endpoint("token"), effect);
  }

  private static long acted(String id) {
    return mock.mock().faults().acted(id);
  }

  private static HttpResponse<String> login() {
    return mock.token(RunningMock.password(USERNAME, PASSWORD));
  }

  private static int calls(JsonObject tokens) {
    return mock.get("/calls", "Authorization", RunningMock.bearer(tokens)).statusCode();
  }

  @Test
  void latencies_add_up() {
    onToken(FaultEffects.latency(150));
    onToken(FaultEffects.uniformLatency(150, 160));
    onToken(FaultEffects.lognormalLatency(150, 0));
    long before = System.nanoTime();

    assertThat(login().statusCode()).isEqualTo(200);
    assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(450_000_000L);
  }

  @Test
  void the_first_answer_wins_and_the_others_are_not_used_up() {
    String first = onToken(FaultEffects.status(503));
    String second =
        mock.mock()
            .faults()
            .add(
                new FaultRule(FaultMatch.endpoint("token"), FaultEffects.of(FaultType.CUT_BODY))
                    .setTimes(1))
            .getId();

    assertThat(login().statusCode()).isEqualTo(503);
    assertThat(acted(first)).isEqualTo(1);
    assertThat(acted(second)).isZero();
    assertThat(mock.mock().faults().find(second)).isNotNull();
  }

  @Test
  void a_rule_for_every_endpoint_keeps_its_place_among_those_for_one() {
    rule(new FaultMatch(), FaultEffects.status(501));
    onToken(FaultEffects.status(502));
    assertThat(login().statusCode()).isEqualTo(501);

    mock.mock().faults().clear();
    onToken(FaultEffects.status(502));
    rule(new FaultMatch(), FaultEffects.status(501));
    assertThat(login().statusCode()).isEqualTo(502);
  }

  @Test
  void what_is_done_to_the_server_is_done_whatever_is_answered() {
    JsonObject tokens = mock.login();
    rule(FaultMatch.endpoint("certs"), FaultEffects.status(503));
    String rotate = rule(FaultMatch.endpoint("certs"), FaultEffects.of(FaultType.ROTATE_KEYS));
    onToken(FaultEffects.status(503));
    String revoke = onToken(FaultEffects.of(FaultType.REVOKE));

    assertThat(mock.get(CERTS).statusCode()).isEqualTo(503);
    assertThat(login().statusCode()).isEqualTo(503);

    assertThat(acted(rotate)).isEqualTo(1);
    assertThat(acted(revoke)).isEqualTo(1);
    assertThat(calls(tokens)).isEqualTo(401);
  }

  @Test
  void delay_action_and_answer_go_together() {
    JsonObject tokens = mock.login();
    onToken(FaultEffects.latency(30));
    onToken(FaultEffects.of(FaultType.EXPIRE));
    onToken(FaultEffects.of(FaultType.MALFORMED_JSON));
    long before = System.nanoTime();

    HttpResponse<String> answer = login();

    assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(30_000_000L);
    assertThat(mock.mock().journal().recorded())
        .last()
        .satisfies(
            request ->
                assertThat(request.faults()).containsExactly("fault-1", "fault-2", "fault-3"));
    assertThat(answer.body()).startsWith("{\"access_token\":").doesNotEndWith("}");
    assertThat(calls(tokens)).isEqualTo(401);
  }

  @Test
  void expired_access_tokens_can_be_refreshed() {
    JsonObject tokens = mock.login();
    JsonObject others = mock.loginAs(RunningMock.RESTRICTED, "");
    mock.mock()
        .faults()
        .add(
            new FaultRule(FaultMatch.endpoint("listCalls"), FaultEffects.of(FaultType.EXPIRE))
                .setTimes(1));

    HttpResponse<String> refused = mock.get("/calls", "Authorization", RunningMock.bearer(tokens));

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.body()).contains("Token is not active");
    JsonObject fresh =
        RunningMock.json(mock.token(RunningMock.refresh(tokens.getString("refresh_token"))));
    assertThat(calls(fresh)).isEqualTo(200);
    assertThat(mock.get("/v1/pbx", "Authorization", RunningMock.bearer(others)).statusCode())
        .as("of another identity")
        .isEqualTo(200);
  }

  @Test
  void in_an_exchange_it_is_the_access_whose_tokens_expire() {
    JsonObject tokens = mock.login();
    rule(FaultMatch.endpoint("token-exchange"), FaultEffects.of(FaultType.EXPIRE));

    HttpResponse<String> refused =
        mock.exchange(RunningMock.bearer(tokens), "{\"email\":\"alice@example.com\"}");

    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(calls(tokens)).isEqualTo(401);
  }

  @Test
  void revoked_sessions_cannot_be_refreshed() {
    JsonObject tokens = mock.login();
    rule(FaultMatch.grant("refresh_token"), FaultEffects.of(FaultType.REVOKE));

    HttpResponse<String> refused =
        mock.token(RunningMock.refresh(tokens.getString("refresh_token")));

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("Session not active");
    assertThat(calls(tokens)).isEqualTo(401);
  }

  @Test
  void keys_are_rotated_before_the_answer() {
    String before = kid(mock.login());
    onToken(FaultEffects.of(FaultType.ROTATE_KEYS));

    JsonObject tokens = mock.login();

    JsonArray published = RunningMock.json(mock.get(CERTS)).getJsonArray("keys");
    assertThat(kid(tokens)).isNotEqualTo(before);
    assertThat(published.stream().map(key -> ((JsonObject) key).getString("kid")))
        .contains(before, kid(tokens));
  }

  private static String kid(JsonObject tokens) {
    String head = tokens.getString("access_token").split("\\.")[0];
    return new JsonObject(io.vertx.core.buffer.Buffer.buffer(Base64.getUrlDecoder().decode(head)))
        .getString("kid");
  }

  @Test
  void a_status_comes_with_its_headers_and_body() {
    onToken(
        FaultEffects.status(503, "{\"error\":\"temporarily_unavailable\"}")
            .setRetryAfter(7L)
            .withHeader("X-Upstream", "down"));

    HttpResponse<String> answer = login();

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).isEqualTo("{\"error\":\"temporarily_unavailable\"}");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("7");
    assertThat(answer.headers().firstValue("X-Upstream")).hasValue("down");
    assertThat(mock.mock().stats().byOutcome()).containsEntry("fault", 1L);
  }
}
