package io.ipbx.mock.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that go on, from the first ring into the history, moved by the clock alone. */
class LiveCallsTest extends LiveMock {

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
}
