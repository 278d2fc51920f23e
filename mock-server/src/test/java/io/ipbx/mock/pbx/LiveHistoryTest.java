package io.ipbx.mock.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.testing.RunningMock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How calls that were live stay: in the history, in another run, in a snapshot. */
class LiveHistoryTest extends LiveMock {

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
