package io.ipbx.mock.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.testing.RunningMock;
import io.ipbx.mock.testing.SharedMock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that go on, from the first ring into the history, moved by the clock alone. */
class LiveCallsTest extends SharedMock {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final String OUTSIDE = "+420777888999";

  private PbxClient access;
  private PbxClient alice;
  private PbxClient bob;

  @BeforeEach
  void logIn() {
    mock.mock().clock().set(NOW);
    access = PbxClient.of(mock);
    alice = access.as("alice@example.com");
    bob = access.as("bob@example.com");
  }

  private static void pass(int seconds) {
    mock.mock().clock().advance(Duration.ofSeconds(seconds));
  }

  private static JsonObject done(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body().startsWith("{") ? new JsonObject(answer.body()) : new JsonObject();
  }

  private static JsonObject call(PbxClient who, String to) {
    return done(who.send("POST", "/calls", new JsonObject().put("to", to)));
  }

  private static JsonObject talking(PbxClient who, String to) {
    JsonObject call = call(who, to);
    pass(10);
    return call;
  }

  private List<String> seen(String member) {
    return each(access.list("/calls/current")).map(one -> one.getString(member)).toList();
  }

  private static Stream<JsonObject> each(JsonArray list) {
    return list.stream().map(JsonObject.class::cast);
  }

  private JsonArray legs(JsonObject call) {
    return access.object("/calls?linkedid=" + call.getString("callId")).getJsonArray("items");
  }

  private List<String> trail(JsonObject call) {
    return each(access.list("/calls/" + call.getString("callId") + "/detail"))
        .map(event -> event.getString("eventtype"))
        .toList();
  }

  @Test
  void a_call_rings_is_answered_talks_and_stands_in_the_history_with_its_recording() {
    JsonObject call = call(alice, OUTSIDE);

    assertThat(seen("state")).containsExactly("Ringing");
    pass(3);
    assertThat(seen("state")).containsExactly("Up", "Ringing");
    pass(5);
    assertThat(seen("state")).containsExactly("Up", "Up");
    assertThat(legs(call)).isEmpty();
    assertThat(trail(call)).endsWith("ANSWER", "BRIDGE_ENTER");
    pass(240);
    assertThat(seen("state")).isEmpty();
    JsonObject past = legs(call).getJsonObject(0);
    assertThat(past.getString("disposition")).isEqualTo("ANSWERED");
    assertThat(past.getString("way")).isEqualTo("Out");
    assertThat(past.getString("dst")).isEqualTo(OUTSIDE);
    assertThat(past.getInteger("billsec")).isBetween(60, 240);
    assertThat(past.getInteger("duration")).isEqualTo(past.getInteger("billsec") + 8);
    assertThat(past.getString("calldate")).isEqualTo("2026-03-02T10:00:00+01:00");
    assertThat(access.list("/calls/" + call.getString("callId") + "/recordings")).hasSize(1);
    String file = past.getString("filename").replace("/", "%2F");
    assertThat(access.send("GET", "/recordings/" + file).statusCode()).isEqualTo(200);
    assertThat(trail(call)).endsWith("HANGUP", "CHAN_END", "LINKEDID_END");
  }

  @Test
  void channels_say_whose_they_are() {
    JsonObject call = talking(alice, "202");

    JsonObject own = access.list("/calls/current").getJsonObject(0);

    assertThat(own.getString("callId")).isEqualTo(call.getString("callId"));
    assertThat(own.getString("channelId")).isEqualTo(call.getString("channelId"));
    assertThat(own.getJsonObject("user").getString("login")).isEqualTo("alice@example.com");
    assertThat(own.getString("direction")).isEqualTo("Loc");
    assertThat(own.getInteger("duration")).isEqualTo(10);
    assertThat(own.getString("creationTime")).isEqualTo("2026-03-02T10:00:00+01:00");
  }

  @Test
  void the_same_requests_at_the_same_time_have_the_same_answers() {
    JsonObject first = call(alice, OUTSIDE);
    pass(500);
    JsonArray history = legs(first);
    mock.mock().reset();
    mock.mock().clock().freeze().set(NOW);
    access = PbxClient.of(mock);

    assertThat(call(access.as("alice@example.com"), OUTSIDE)).isEqualTo(first);
    pass(500);
    assertThat(legs(first)).isEqualTo(history);
  }

  @Test
  void a_call_is_hung_up_by_channel_by_call_by_user_or_as_ones_own() {
    JsonObject byChannel = talking(alice, "202");
    JsonObject byCall = call(alice, "203");
    JsonObject byUser = call(alice, "204");
    String id = access.list("/pbx/users?login=alice@example.com").getJsonObject(0).getString("id");

    done(access.send("DELETE", "/calls?channelId=" + byChannel.getString("channelId")));
    done(access.send("DELETE", "/calls?callId=" + byCall.getString("callId")));
    assertThat(seen("callId")).containsOnly(byUser.getString("callId"));
    done(access.send("DELETE", "/calls?userId=" + id));
    assertThat(seen("callId")).isEmpty();
    JsonObject own = call(alice, "205");
    done(alice.send("DELETE", "/calls"));

    assertThat(legs(byChannel).getJsonObject(0).getInteger("billsec")).isEqualTo(2);
    assertThat(legs(byCall).getJsonObject(0).getString("disposition")).isEqualTo("NO ANSWER");
    assertThat(legs(own)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "/calls?channelId=1.1,404,1.1",
    "/calls?callId=1.1,404,1.1",
    "/calls,404,access@example.com",
    "/calls?userId=nobody,404,nobody"
  })
  void there_has_to_be_something_to_hang_up(String path, int status, String named) {
    assertThat(access.refusal(status, "DELETE", path, new JsonObject())).contains(named);
    assertThat(alice.refusal(404, "DELETE", "/calls", new JsonObject())).contains("alice");
  }

  @Test
  void a_blind_transfer_sends_the_other_side_on_at_once() {
    JsonObject call = talking(alice, OUTSIDE);

    done(
        alice.send(
            "PUT", "/calls/transfer", new JsonObject().put("to", "202").put("customData", "7")));

    assertThat(seen("callId")).containsOnly(call.getString("callId"));
    assertThat(seen("dst")).containsOnly("202");
    assertThat(seen("state")).containsExactly("Ringing", "Up");
    assertThat(alice.list("/calls/current")).isEmpty();
    pass(5);
    assertThat(each(bob.list("/calls/current")).map(one -> one.getString("state")))
        .containsOnly("Up");
    pass(300);
    JsonArray legs = legs(call);
    assertThat(each(legs).map(leg -> leg.getString("user_id"))).doesNotContainNull().hasSize(2);
    assertThat(legs.getJsonObject(1).getString("src")).isEqualTo(OUTSIDE);
    assertThat(legs.getJsonObject(1).getString("way")).isEqualTo("In");
    assertThat(legs.getJsonObject(1).getString("userfield")).isEqualTo("7");
    assertThat(each(legs).map(leg -> leg.getString("uniqueid")).distinct()).hasSize(2);
    assertThat(access.list("/calls/" + call.getString("callId") + "/recordings")).hasSize(2);
  }

  @Test
  void an_attended_transfer_talks_first_and_then_puts_through() {
    talking(alice, OUTSIDE);
    JsonObject transfer = new JsonObject().put("to", "202").put("type", "attended");

    done(alice.send("PUT", "/calls/transfer", transfer));

    assertThat(seen("dst")).containsExactly(OUTSIDE, OUTSIDE, "202");
    assertThat(seen("state")).containsExactly("Up", "Up", "Ringing");
    pass(15);
    assertThat(seen("dst")).containsExactly("202", "202");
    assertThat(alice.list("/calls/current")).isEmpty();
  }

  @Test
  void an_attended_transfer_is_cancelled_until_it_is_through() {
    talking(alice, OUTSIDE);
    JsonObject transfer = new JsonObject().put("to", "202").put("type", "attended");
    done(alice.send("PUT", "/calls/transfer", transfer));

    done(alice.send("DELETE", "/calls/transfer", new JsonObject()));

    pass(15);
    assertThat(seen("dst")).containsExactly(OUTSIDE, OUTSIDE);
    assertThat(alice.refusal(404, "DELETE", "/calls/transfer", new JsonObject()))
        .contains("no transfer");
  }

  @Test
  void hanging_up_the_second_talk_leaves_the_first() {
    talking(alice, OUTSIDE);
    JsonObject transfer = new JsonObject().put("to", "202").put("type", "attended");
    done(alice.send("PUT", "/calls/transfer", transfer));

    done(alice.send("DELETE", "/calls?channelId=" + seen("channelId").get(2)));

    assertThat(seen("dst")).containsExactly(OUTSIDE, OUTSIDE);
  }

  @Test
  void a_call_can_be_sent_to_a_queue_or_to_the_outside() {
    JsonObject first = talking(alice, OUTSIDE);
    done(alice.send("PUT", "/calls/transfer", new JsonObject().put("to", "601")));
    assertThat(seen("dst")).containsOnly("601");
    done(access.send("DELETE", "/calls?callId=" + first.getString("callId")));

    talking(alice, "202");
    done(alice.send("PUT", "/calls/transfer", new JsonObject().put("to", OUTSIDE)));

    assertThat(seen("src")).containsOnly("202");
    assertThat(seen("direction")).containsOnly("Out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PUT | {} | 400 | to",
        "PUT | {\"to\":\"x\"} | 400 | to",
        "PUT | {\"to\":\"999\"} | 404 | 999",
        "PUT | {\"to\":\"202\",\"type\":\"rude\"} | 400 | type",
        "PUT | {\"to\":\"202\",\"userId\":\"nobody\"} | 404 | nobody",
        "PUT | {\"to\":\"202\"} | 404 | access@example.com",
        "DELETE | {} | 404 | access@example.com"
      })
  void a_transfer_has_to_make_sense(String method, String body, int status, String named) {
    assertThat(access.refusal(status, method, "/calls/transfer", new JsonObject(body)))
        .contains(named);
  }

  @Test
  void a_call_that_only_rings_cannot_be_transferred() {
    call(alice, OUTSIDE);

    assertThat(alice.refusal(404, "PUT", "/calls/transfer", new JsonObject().put("to", "202")))
        .contains("answered");
  }

  @Test
  void who_monitors_has_a_channel_until_it_is_hung_up_or_the_call_ends() {
    JsonObject call = talking(alice, OUTSIDE);
    String path = "/calls/monitor?type=whisper&channelId=" + call.getString("channelId");
    JsonObject first = done(bob.send("PUT", path));
    JsonObject second = done(bob.send("PUT", path));

    assertThat(seen("channelId"))
        .contains(first.getString("channelId"), second.getString("channelId"));
    done(bob.send("DELETE", "/calls?channelId=" + first.getString("channelId")));
    assertThat(seen("channelId")).doesNotContain(first.getString("channelId")).hasSize(3);
    done(alice.send("DELETE", "/calls"));
    assertThat(seen("channelId")).isEmpty();
    assertThat(bob.refusal(404, "PUT", path, new JsonObject())).contains("channel");
    assertThat(access.refusal(404, "PUT", path, new JsonObject())).contains("userId");
  }

  @Test
  void an_access_calls_for_a_user_or_an_application() {
    JsonObject user =
        new JsonObject()
            .put("identityType", "line")
            .put("identityValue", "203")
            .put("outgoingQueue", "sales");
    JsonObject byUser = new JsonObject().put("to", OUTSIDE).put("fromUser", user);
    JsonObject application = new JsonObject().put("extenId", 1).put("outRouteId", 1);
    JsonObject byApplication =
        new JsonObject()
            .put("to", OUTSIDE)
            .put("callerId", "+420222333600")
            .put("callerIdName", "Desk")
            .put("fromApplication", application);

    JsonObject first = done(access.send("POST", "/calls", byUser));
    JsonObject second = done(access.send("POST", "/calls", byApplication));
    pass(500);

    assertThat(legs(first).getJsonObject(0).getString("queue")).isEqualTo("sales");
    assertThat(legs(first).getJsonObject(0).getInteger("line")).isEqualTo(203);
    assertThat(legs(second).getJsonObject(0).getString("clid"))
        .isEqualTo("\"Desk\" <+420222333600>");
    assertThat(legs(second).getJsonObject(0).getString("user_id")).isNull();
    assertThat(
            each(access.list("/reports/calls?queues=sales&agents=cyril@example.com"))
                .map(row -> row.getString("callId")))
        .containsExactly(first.getString("callId"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | 400 | to",
        "{\"to\":\"nonsense\"} | 400 | to",
        "{\"to\":\"999\"} | 404 | 999",
        "{\"to\":\"202\"} | 400 | fromUser",
        "{\"to\":\"202\",\"fromUser\":{\"identityType\":\"line\",\"identityValue\":\"9\"}} | 404 |"
            + " 9",
        "{\"to\":\"202\",\"fromUser\":{\"identityType\":\"x\",\"identityValue\":\"9\"}} | 400 |"
            + " identityType",
        "{\"to\":\"202\",\"fromApplication\":{\"extenId\":21,\"outRouteId\":1}} | 404 | extenId",
        "{\"to\":\"202\",\"fromApplication\":{\"extenId\":1,\"outRouteId\":9}} | 404 | outRouteId"
      })
  void a_call_has_to_make_sense(String body, int status, String named) {
    assertThat(access.refusal(status, "POST", "/calls", new JsonObject(body))).contains(named);
  }

  @Test
  void an_impersonated_user_acts_for_nobody_else_and_sees_nobody_elses_calls() {
    JsonObject others = talking(alice, OUTSIDE);
    JsonObject user =
        new JsonObject().put("identityType", "login").put("identityValue", "alice@example.com");

    assertThat(bob.list("/calls/current")).isEmpty();
    assertThat(bob.refusal(404, "DELETE", "/calls?callId=" + others.getString("callId"), user))
        .contains(others.getString("callId"));
    assertThat(
            bob.refusal(
                403, "POST", "/calls", new JsonObject().put("to", "203").put("fromUser", user)))
        .contains("bob");
    assertThat(bob.refusal(404, "/calls/" + others.getString("callId") + "/detail"))
        .contains(others.getString("callId"));
    assertThat(each(bob.object("/calls?pageSize=1000").getJsonArray("items")))
        .isNotEmpty()
        .allMatch(
            one ->
                List.of(one.getString("src"), one.getString("dst")).contains("202")
                    || one.getInteger("line") == 202);
  }

  @Test
  void current_calls_are_filtered() {
    JsonObject first = talking(alice, OUTSIDE);
    call(bob, "203");

    assertThat(access.list("/calls/current?userLogin=alice@example.com")).hasSize(2);
    assertThat(access.list("/calls/current?userLogin=cyril@example.com")).hasSize(1);
    assertThat(access.list("/calls/current?callId=" + first.getString("callId"))).hasSize(2);
    assertThat(access.list("/calls/current?userId=nobody")).isEmpty();
    assertThat(access.list("/calls/current?pbxId=101")).hasSize(3);
    assertThat(access.list("/calls/current?pbxId=102")).isEmpty();
  }

  @Test
  void who_talks_is_busy_to_those_who_transfer() {
    talking(alice, OUTSIDE);

    JsonObject status =
        each(access.list("/calls/transfer/destinations"))
            .filter(one -> one.getString("extension").equals("201"))
            .map(one -> one.getJsonObject("properties").getJsonObject("status"))
            .findFirst()
            .orElseThrow();

    assertThat(status.getJsonObject("callCenter").getString("agentState")).isEqualTo("BUSY");
  }

  @Test
  void a_call_made_on_a_day_of_the_past_stands_among_the_calls_of_that_day() {
    mock.mock().clock().set(Instant.parse("2026-02-26T11:00:00Z"));
    JsonObject call = talking(alice, OUTSIDE);
    pass(300);

    List<String> dates =
        each(access.object("/calls?pageSize=1001").getJsonArray("items"))
            .map(one -> one.getString("calldate"))
            .toList();

    assertThat(dates).hasSize(1_001).isSorted();
    JsonObject day = access.object("/calls?startTime=2026-02-26&endTime=2026-02-27");
    assertThat(day.getInteger("totalResults")).isEqualTo(401);
    assertThat(legs(call)).hasSize(1);
  }

  @Test
  void calls_made_in_any_order_of_days_stand_in_order_of_time() {
    for (String day : List.of("2026-02-26", "2026-02-25", "2026-02-27", "2026-02-26")) {
      mock.mock().clock().set(Instant.parse(day + "T11:00:00Z"));
      access = PbxClient.of(mock);
      talking(access.as("alice@example.com"), OUTSIDE);
      pass(300);
      assertThat(access.list("/calls/current")).isEmpty();
    }

    List<JsonObject> all =
        each(access.object("/calls?pageSize=1004").getJsonArray("items")).toList();

    assertThat(all.stream().map(one -> one.getString("calldate"))).hasSize(1_004).isSorted();
    assertThat(all.stream().map(one -> one.getString("uniqueid"))).doesNotHaveDuplicates();
    assertThat(all).filteredOn(one -> one.getString("dst").equals(OUTSIDE)).hasSize(4);
    assertThat(access.object("/calls?page=1004&pageSize=1").getJsonArray("items"))
        .containsExactly(all.get(1_003));
  }

  @Test
  void many_calls_end_at_once() {
    for (int i = 0; i < 300; i++) {
      call(alice, OUTSIDE);
    }
    pass(8);
    assertThat(alice.list("/calls/current")).hasSize(600);

    pass(300);

    assertThat(access.list("/calls/current")).isEmpty();
    assertThat(access.object("/calls?dst=%2B420777888999").getInteger("totalResults"))
        .isEqualTo(300);
  }

  @Test
  void calls_are_put_aside_and_back_with_all_that_goes_on_in_them() {
    JsonObject over = talking(alice, OUTSIDE);
    done(alice.send("DELETE", "/calls"));
    JsonObject going = talking(alice, OUTSIDE);
    JsonObject attended = new JsonObject().put("to", "202").put("type", "attended");
    done(alice.send("PUT", "/calls/transfer", attended));
    done(bob.send("PUT", "/calls/monitor?channelId=" + going.getString("channelId")));
    List<String> before = seen("channelId");
    JsonObject snapshot = new JsonObject(mock.mock().snapshot().encode());
    pass(15);
    List<String> later = seen("dst");
    mock.mock().reset();
    access = PbxClient.of(mock);
    assertThat(seen("channelId")).isEmpty();
    assertThat(legs(over)).isEmpty();

    mock.mock().restore(snapshot);

    access = PbxClient.of(mock);
    assertThat(seen("channelId")).isEqualTo(before).hasSize(4);
    assertThat(legs(over)).hasSize(1);
    pass(15);
    assertThat(seen("dst")).isEqualTo(later);
    assertThat(
            RunningMock.json(
                    access.send(
                        "POST",
                        "/calls",
                        new JsonObject(
                            "{\"to\":\"203\",\"fromUser\":{\"identityType\":\"line\",\"identityValue\":\"204\"}}")))
                .getString("callId"))
        .isNotIn(before);
  }
}
