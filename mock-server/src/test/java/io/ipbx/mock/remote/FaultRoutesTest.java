package io.ipbx.mock.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.testing.RunningMock;
import io.ipbx.mock.testing.SharedMock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The faults by plain HTTP. */
class FaultRoutesTest extends SharedMock {

  private static HttpResponse<String> send(String method, String path, String body) {
    return mock.send(
        mock.request("/__mock/faults" + path)
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  private static JsonObject added(String rule) {
    HttpResponse<String> response = send("POST", "", rule);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return RunningMock.json(response);
  }

  @Test
  void a_rule_is_added_shown_acts_and_is_taken_away() {
    JsonObject rule =
        new JsonObject(
            """
            {"id": "down",
             "match": {"endpoint": "token", "method": "POST", "grant": "password",
                       "headers": {"Host": "*"}, "until": "2036-03-02T08:00:00Z", "seed": 7},
             "effect": {"type": "STATUS", "status": 503, "retryAfter": 3,
                        "headers": {"X-Why": "test"}},
             "times": 2, "ttl": 60}
            """);

    JsonObject shown = added(rule.encode());

    assertThat(shown.getJsonObject("effect")).isEqualTo(rule.getJsonObject("effect"));
    assertThat(shown.getJsonObject("match").getMap())
        .containsAllEntriesOf(rule.getJsonObject("match").getMap());
    assertThat(shown.getInteger("acted")).isZero();
    assertThat(new JsonArray(send("GET", "", "").body())).containsExactly(shown);

    assertThat(mock.token(RunningMock.password("x", "y")).statusCode()).isEqualTo(503);

    assertThat(RunningMock.json(send("GET", "/down", "")).getInteger("acted")).isEqualTo(1);
    assertThat(RunningMock.json(send("DELETE", "/down", "")).getString("deleted"))
        .isEqualTo("down");
    assertThat(send("GET", "/down", "").statusCode()).isEqualTo(404);
    assertThat(send("DELETE", "/down", "").statusCode()).isEqualTo(404);
    assertThat(mock.login().containsKey("access_token")).isTrue();
  }

  @Test
  void rules_without_an_id_are_given_one_and_all_go_together() {
    String rule = "{\"effect\":{\"type\":\"LATENCY\",\"millis\":1}}";
    assertThat(added("{\"id\":\"fault-2\",\"effect\":{\"type\":\"REVOKE\"}}").getString("id"))
        .isEqualTo("fault-2");

    assertThat(added(rule).getString("id")).isEqualTo("fault-3");
    assertThat(added(rule).getString("id")).isEqualTo("fault-4");
    assertThat(RunningMock.json(send("DELETE", "", "")).getInteger("deleted")).isEqualTo(3);
    assertThat(new JsonArray(send("GET", "", "").body())).isEmpty();
  }

  @Test
  void a_reset_takes_them_away() {
    added("{\"effect\":{\"type\":\"STATUS\",\"status\":503}}");

    mock.mock().reset();

    assertThat(mock.mock().faults().list()).isEmpty();
    assertThat(mock.login().containsKey("access_token")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{} | effect.type is missing: allowed are [LATENCY, STATUS,",
        "{'colour':1} | colour is not known: allowed are [effect, id, match, times, ttl]",
        "{'match':7} | match is 7: it takes members",
        "{'effect':null} | effect is null: it takes members",
        "{'times':-1,'effect':{'type':'HTML'}} | times is -1: allowed are 0 to",
        "{'ttl':'60'} | ttl is 60: it takes a whole number",
        "{'ttl':1.5} | ttl is 1.5: it takes a whole number",
        "{'id':'a b','effect':{'type':'HTML'}} | id is 'a b': allowed are",
        "{'match':{'grants':'x'}} | match.grants is not known: allowed are [client, count,",
        "{'match':{'endpoint':7}} | match.endpoint is 7: it takes text",
        "{'match':{'count':'BOTH'}} | match.count is BOTH: allowed are [ALL, IDENTITY]",
        "{'match':{'from':'soon'}} | match.from is soon: it takes an instant such as",
        "{'match':{'probability':'x'}} | match.probability is x: it takes a number",
        "{'match':{'headers':{'A':1}},'effect':{'type':'HTML'}} | match.headers.A is 1: it takes"
            + " text",
        "{'match':{'endpoint':'tokens'},'effect':{'type':'HTML'}} | 'tokens': allowed are"
            + " [batchDeleteRecordings,",
        "{'match':{'probability':0},'effect':{'type':'HTML'}} | match.probability is 0.0: allowed",
        "{'match':{'probability':1.1},'effect':{'type':'HTML'}} | match.probability is 1.1:"
            + " allowed",
        "{'match':{'path':'calls'},'effect':{'type':'HTML'}} | match.path is 'calls': it starts",
        "{'match':{'method':'post'},'effect':{'type':'HTML'}} | match.method is 'post': it takes",
        "{'match':{'nth':3,'first':2},'effect':{'type':'HTML'}} | match.first 2: no request is"
            + " both",
        "{'match':{'nth':-1},'effect':{'type':'HTML'}} | match.nth is -1: allowed are 0 to",
        "{'match':{'from':'2026-01-02T00:00:00Z','until':'2026-01-02T00:00:00Z'},'effect':{'type':'HTML'}}"
            + " | match.until",
        "{'match':{'grant':'refresh'},'effect':{'type':'HTML'}} | match.grant is 'refresh':"
            + " allowed are [exchange, invalid, password, refresh_token]",
        "{'effect':{'type':'STATUS','status':200,'contentType':'text/plain'}} | effect.body is"
            + " missing",
        "{'effect':{'type':'LATENCY','millis':1,'max':2}} | effect.max is not for a FIXED latency:"
            + " it takes [millis]",
        "{'effect':{'type':'LATENCY','distribution':'UNIFORM','min':1,'max':2,'sigma':1}} |"
            + " effect.sigma is not for a UNIFORM latency: it takes [max, min]",
        "{'effect':{'type':'BOOM'}} | effect.type is BOOM: allowed are [LATENCY,",
        "{'effect':{'type':'HTML','status':200}} | effect.status is not for HTML: it takes [body]",
        "{'effect':{'type':'REVOKE','millis':1}} | effect.millis is not for REVOKE: it takes no"
            + " members",
        "{'effect':{'type':'STATUS'}} | effect.status is missing",
        "{'effect':{'type':'STATUS','status':99}} | effect.status is 99: allowed are 200 to 599",
        "{'effect':{'type':'STATUS','status':200,'headers':{'a b':'c'}}} | effect.headers has 'a b:"
            + " c'",
        "{'effect':{'type':'STATUS','status':200,'contentType':'\\n'}} | effect.contentType",
        "{'effect':{'type':'LATENCY'}} | effect.millis is missing",
        "{'effect':{'type':'LATENCY','millis':3600001}} | effect.millis is 3600001: allowed are 0"
            + " to",
        "{'effect':{'type':'LATENCY','distribution':'UNIFORM','min':2,'max':1}} | effect.max is 1:"
            + " allowed",
        "{'effect':{'type':'LATENCY','distribution':'LOGNORMAL','median':1}} | effect.sigma is"
            + " missing",
        "{'effect':{'type':'LATENCY','distribution':'LOGNORMAL','median':1,'sigma':11}} |"
            + " effect.sigma is 11",
        "{'effect':{'type':'QUOTA','limit':1}} | effect.period is missing",
        "{'effect':{'type':'DRIP','bytes':0}} | effect.bytes is 0: allowed are 1 to",
        "{'effect':{'type':'DRIP','interval':0}} | effect.interval is 0: allowed are 1 to"
      })
  void what_is_wrong_is_named_with_what_is_allowed(String rule, String named) {
    HttpResponse<String> response = send("POST", "", rule.replace('\'', '"'));

    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(RunningMock.json(response).getString("message")).contains(named);
    assertThat(mock.mock().faults().list()).isEmpty();
  }

  @Test
  void an_id_is_taken_once() {
    String rule = "{\"id\":\"one\",\"effect\":{\"type\":\"HTML\"}}";
    added(rule);

    HttpResponse<String> again = send("POST", "", rule);

    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(again.body()).contains("id is 'one': a rule of that id is in force");
  }
}
