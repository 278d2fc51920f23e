package io.ipbx.mock.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.testing.RunningMock;
import io.ipbx.mock.testing.SharedMock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who works at the switchboards, by which numbers, and how their calls are handled. */
class PeopleTest extends SharedMock {

  private static final String ALICE = "alice@example.com";

  private PbxClient client;

  @BeforeEach
  void logIn() {
    client = PbxClient.of(mock);
  }

  private static Stream<JsonObject> each(JsonArray list) {
    return list.stream().map(JsonObject.class::cast);
  }

  private String idOf(String login) {
    return client.list("/pbx/users?login=" + login).getJsonObject(0).getString("id");
  }

  @Test
  void a_user_is_found_by_login_line_and_id() {
    JsonObject alice = client.list("/pbx/users?login=" + ALICE).getJsonObject(0);

    assertThat(alice.getString("surname")).isEqualTo("Nováková");
    assertThat(client.list("/pbx/users?exten=" + alice.getInteger("exten"))).containsExactly(alice);
    assertThat(client.object("/pbx/users/" + alice.getString("id"))).isEqualTo(alice);
    assertThat(client.list("/pbx/users")).hasSize(8).contains(alice);
    assertThat(client.list("/pbx/users?login=nobody")).isEmpty();
  }

  @Test
  void the_users_of_the_call_centre_are_its_members() {
    List<String> users =
        each(client.list("/pbx/users?callcenter=true")).map(u -> u.getString("login")).toList();
    List<String> members =
        each(client.list("/members")).map(member -> member.getString("login")).toList();

    assertThat(users).hasSize(6).isEqualTo(members);
    assertThat(client.list("/pbx/users?callcenter=0")).hasSize(8);
  }

  @Test
  void a_member_has_the_extension_that_the_numbers_list() {
    JsonObject member = client.list("/members?login=" + ALICE).getJsonObject(0);
    JsonObject extension = member.getJsonObject("exten");

    JsonObject number = client.object("/numbers/" + extension.getInteger("id"));

    assertThat(number.getString("number")).isEqualTo(extension.getString("number"));
    assertThat(number.getString("ownerId")).isEqualTo(member.getString("userId"));
    assertThat(client.list("/members?userId=" + member.getString("userId")))
        .containsExactly(member);
    assertThat(each(member.getJsonArray("queues")).map(queue -> queue.getString("name")))
        .containsExactly("support", "sales", "billing");
  }

  @ParameterizedTest
  @CsvSource({"type=ddi,type,ddi", "ownerType=application,ownerType,application"})
  void numbers_are_filtered(String query, String member, String value) {
    JsonArray some = client.list("/numbers?" + query);

    assertThat(each(some)).allMatch(number -> number.getString(member).equals(value));
    assertThat(some.size()).isBetween(1, client.list("/numbers").size() - 1);
  }

  @Test
  void a_switchboard_without_users_has_none_of_their_numbers() {
    assertThat(client.list("/numbers?pbxId=102")).isEmpty();
    assertThat(client.list("/pbx/users?pbxId=102")).isEmpty();
    assertThat(client.refusal(404, "/pbx/users/" + idOf(ALICE) + "?pbxId=102")).contains("102");
  }

  @ParameterizedTest
  @CsvSource({
    "/pbx/users/nobody,nobody",
    "/pbx/users?pbxId=7,7",
    "/numbers/999,999",
    "/numbers?pbxId=7,7",
    "/recordings?pbxId=7,7",
    "/calls/current?pbxId=7,7",
    "/profiles?userId=nobody,nobody",
    "/calls/1.1/detail,1.1",
    "/calls/nonsense/recordings,nonsense"
  })
  void what_nobody_knows_is_not_found(String path, String named) {
    assertThat(client.refusal(404, path)).contains(named);
  }

  @Test
  void agents_are_where_their_shift_has_them() {
    mock.mock().clock().set(Instant.parse("2026-02-26T09:30:00Z"));
    List<String> morning = states();
    mock.mock().clock().set(Instant.parse("2026-02-28T09:30:00Z"));
    List<String> saturday = states();

    assertThat(morning).contains("IDLE");
    assertThat(saturday).containsOnly("LOGGED_OUT");
    assertThat(freeInSupport()).isZero();
    mock.mock().clock().set(Instant.parse("2026-02-26T09:30:00Z"));
    assertThat(freeInSupport()).isBetween(1, 4);
  }

  private List<String> states() {
    return each(client.list("/calls/transfer/destinations"))
        .map(destination -> destination.getJsonObject("properties").getJsonObject("status"))
        .filter(status -> status != null && status.getJsonObject("callCenter") != null)
        .map(status -> status.getJsonObject("callCenter").getString("agentState"))
        .toList();
  }

  private int freeInSupport() {
    return each(client.list("/calls/transfer/destinations"))
        .filter(destination -> destination.getString("name").equals("support"))
        .map(destination -> destination.getJsonObject("properties").getInteger("freeAgents"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void an_impersonated_user_has_profiles_and_an_access_has_none() {
    PbxClient alice = client.as(ALICE);
    JsonArray own = alice.list("/profiles");

    assertThat(own).hasSize(4).isEqualTo(client.list("/profiles?userId=" + idOf(ALICE)));
    assertThat(client.refusal(404, "/profiles")).contains(RunningMock.USERNAME, "userId");
    assertThat(alice.refusal(403, "/profiles?userId=" + idOf("bob@example.com"))).contains(ALICE);
  }

  private String active(PbxClient whose) {
    return each(whose.list("/profiles"))
        .filter(profile -> profile.getBoolean("active"))
        .map(profile -> profile.getString("name"))
        .reduce("", String::concat);
  }

  @Test
  void a_profile_that_is_given_takes_the_place_of_the_active_one() {
    PbxClient alice = client.as(ALICE);
    int away = each(alice.list("/profiles")).toList().get(2).getInteger("id");
    JsonObject wanted = new JsonObject().put("profileId", away);

    JsonObject first = RunningMock.json(alice.send("PUT", "/users/profile", wanted));
    JsonObject second = RunningMock.json(alice.send("PUT", "/users/profile", wanted));

    assertThat(first.getString("message")).isEqualTo("created");
    assertThat(second).isEqualTo(first.copy().put("message", "updated"));
    assertThat(active(alice)).isEqualTo("Away");
    mock.mock().reset();
    assertThat(active(PbxClient.of(mock).as(ALICE))).isEqualTo("Office");
  }

  @Test
  void a_profile_is_changed_in_what_is_named_alone() {
    PbxClient alice = client.as(ALICE);
    JsonObject before = alice.list("/profiles").getJsonObject(1);
    JsonObject change = new JsonObject().put("fwd", "another").put("fwdNum", "+420777888999");

    assertThat(alice.send("PUT", "/profiles/" + before.getInteger("id"), change).statusCode())
        .isEqualTo(200);

    before.getJsonObject("params").mergeIn(change);
    assertThat(alice.list("/profiles").getJsonObject(1)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | {\"fwd\":\"mymobile\"} | fwd",
        "4 | {\"endpointId\":7} | endpointId",
        "2 | {\"fwd\":\"another\"} | fwdNum",
        "2 | {\"fwd\":\"nowhere\"} | fwd",
        "2 | {\"active\":\"yes\"} | active"
      })
  void a_profile_refuses_what_it_cannot_have(int id, String change, String named) {
    assertThat(client.refusal(400, "PUT", "/profiles/" + id, new JsonObject(change)))
        .contains(named);
  }

  @Test
  void unknown_profiles_and_those_of_others_are_not_found() {
    JsonObject foreign = new JsonObject().put("userId", idOf(ALICE)).put("profileId", 5);

    assertThat(client.refusal(404, "PUT", "/profiles/999", new JsonObject())).contains("999");
    assertThat(client.refusal(400, "PUT", "/profiles/4294967298", new JsonObject()))
        .contains("profileId");
    assertThat(client.refusal(404, "PUT", "/users/profile", foreign)).contains("5");
    assertThat(client.refusal(400, "PUT", "/users/profile", new JsonObject()))
        .contains("profileId");
  }

  @Test
  void a_reload_asks_which_switchboard() {
    assertThat(client.send("PUT", "/service/reload?pbxId=101&type=full").body())
        .isEqualTo("\"OK\"");
    assertThat(client.send("PUT", "/service/reload?hostname=brno.example.com").statusCode())
        .isEqualTo(200);
    assertThat(client.refusal(404, "PUT", "/service/reload?pbxId=9", new JsonObject()))
        .contains("9");
    assertThat(client.refusal(404, "PUT", "/service/reload?hostname=x", new JsonObject()))
        .contains("x");
  }
}
