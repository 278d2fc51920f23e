package io.ipbx.mock.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of calls that are sent on, at once or after a talk. */
class TransfersTest extends LiveMock {

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
  void the_called_side_transfers_the_caller() {
    JsonObject call = talking(alice, "202");

    done(bob.send("PUT", "/calls/transfer", new JsonObject().put("to", "203")));

    assertThat(seen("src")).containsOnly("201");
    assertThat(seen("dst")).containsOnly("203");
    assertThat(bob.list("/calls/current")).isEmpty();
    pass(10);
    done(alice.send("PUT", "/calls/transfer", new JsonObject().put("to", OUTSIDE)));
    assertThat(seen("src")).containsOnly("203");
    assertThat(seen("dst")).containsOnly(OUTSIDE);
    assertThat(seen("callId")).containsOnly(call.getString("callId"));
  }

  @Test
  void the_called_side_talks_first_and_then_puts_the_caller_through() {
    talking(alice, "202");
    JsonObject transfer = new JsonObject().put("to", "203").put("type", "attended");

    done(bob.send("PUT", "/calls/transfer", transfer));

    assertThat(seen("src")).containsExactly("201", "201", "202");
    alice.refusal(404, "DELETE", "/calls/transfer", new JsonObject());
    mock.mock().restore(mock.mock().snapshot());
    pass(15);
    assertThat(seen("src")).containsExactly("201", "201");
    assertThat(seen("dst")).containsExactly("203", "203");
  }

  @Test
  void what_is_sent_to_a_queue_counts_among_its_calls() {
    mock.mock().clock().set(Instant.parse("2026-03-02T09:00:00Z"));
    talking(bob, OUTSIDE);
    done(bob.send("PUT", "/calls/transfer", new JsonObject().put("to", "602")));
    pass(300);

    JsonObject sales = access.list("/reports/queues?queues=sales").getJsonObject(0);

    assertThat(sales.getInteger("total")).isEqualTo(1);
    assertThat(sales.getInteger("answered")).isEqualTo(1);
    assertThat(access.list("/reports/calls?queues=sales")).hasSize(1);
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
}
