package io.ipbx.mock.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Whoever names a switchboard reaches what is of that one, and of no other. */
class PbxIdTest extends LiveMock {

  @Test
  void a_call_is_found_at_its_own_switchboard_only() {
    JsonObject live = talking(alice, OUTSIDE);
    JsonObject past = each(legs(live)).findFirst().orElse(recorded());

    for (String path :
        new String[] {
          "/calls/" + live.getString("callId") + "/detail",
          "/calls/" + past.getString("linkedid") + "/detail",
          "/calls/" + past.getString("linkedid") + "/recordings",
          "/calls/" + past.getString("linkedid") + "/transcript"
        }) {
      assertThat(access.list(path + "?pbxId=101")).isEqualTo(access.list(path)).isNotEmpty();
      assertThat(access.refusal(404, path + "?pbxId=102")).contains("there is no call");
    }
  }

  private JsonObject recorded() {
    return each(access.object("/calls?disposition=ANSWERED&pageSize=1").getJsonArray("items"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_number_is_found_at_its_own_switchboard_only() {
    String id = access.list("/numbers?pbxId=101").getJsonObject(0).getString("id");

    assertThat(access.object("/numbers/" + id + "?pbxId=101").getString("id")).isEqualTo(id);
    assertThat(access.refusal(404, "/numbers/" + id + "?pbxId=102")).contains("there is no number");
  }

  @Test
  void nobody_calls_by_another_switchboard() {
    JsonObject order = new JsonObject().put("to", OUTSIDE);

    assertThat(alice.refusal(404, "POST", "/calls?pbxId=102", order)).contains("switchboard");
    done(alice.send("POST", "/calls?pbxId=101", order));
  }

  @Test
  void a_batch_delete_leaves_the_recordings_of_other_switchboards() {
    JsonObject call = recorded();
    JsonObject all =
        new JsonObject()
            .put("fileNames", new JsonArray().add(call.getString("filename")))
            .put("callIds", new JsonArray().add(call.getString("linkedid")))
            .put("userFilter", new JsonObject().put("startTime", "2026-02-26T00:00:00+01:00"));

    JsonObject other = done(access.send("POST", "/recordings/batch-delete?pbxId=102", all));
    JsonObject own = done(access.send("POST", "/recordings/batch-delete?pbxId=101", all));

    assertThat(other.getJsonArray("deleted")).isEmpty();
    assertThat(other.getJsonArray("errors")).hasSize(2);
    assertThat(own.getJsonArray("deleted")).hasSizeGreaterThan(100);
    assertThat(own.getJsonArray("errors")).isEmpty();
  }
}
