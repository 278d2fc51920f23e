package io.ipbx.mock.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.testing.SharedMock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** Tests of calls that go on: people who call, and what they see of it as the clock is moved. */
abstract class LiveMock extends SharedMock {

  static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  static final String OUTSIDE = "+420777888999";

  PbxClient access;
  PbxClient alice;
  PbxClient bob;

  @BeforeEach
  void logIn() {
    mock.mock().clock().set(NOW);
    access = PbxClient.of(mock);
    alice = access.as("alice@example.com");
    bob = access.as("bob@example.com");
  }

  static void pass(int seconds) {
    mock.mock().clock().advance(Duration.ofSeconds(seconds));
  }

  static JsonObject done(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body().startsWith("{") ? new JsonObject(answer.body()) : new JsonObject();
  }

  static JsonObject call(PbxClient who, String to) {
    return done(who.send("POST", "/calls", new JsonObject().put("to", to)));
  }

  static JsonObject talking(PbxClient who, String to) {
    JsonObject call = call(who, to);
    pass(10);
    return call;
  }

  List<String> seen(String member) {
    return each(access.list("/calls/current")).map(one -> one.getString(member)).toList();
  }

  static Stream<JsonObject> each(JsonArray list) {
    return list.stream().map(JsonObject.class::cast);
  }

  JsonArray legs(JsonObject call) {
    return access.object("/calls?linkedid=" + call.getString("callId")).getJsonArray("items");
  }

  List<String> trail(JsonObject call) {
    return each(access.list("/calls/" + call.getString("callId") + "/detail"))
        .map(event -> event.getString("eventtype"))
        .toList();
  }
}
