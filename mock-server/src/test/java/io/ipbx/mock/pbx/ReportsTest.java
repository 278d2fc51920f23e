package io.ipbx.mock.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.MockOptions;
import io.ipbx.mock.testing.RunningMock;
import io.ipbx.mock.testing.SharedMock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports: they speak of the same calls as the history, and their sums agree with it. */
class ReportsTest extends SharedMock {

  private static final String DAY = "startTime=2026-02-26&endTime=2026-02-27";
  private static final String ALICE = "alice@example.com";

  private PbxClient client;
  private List<JsonObject> calls;

  @BeforeEach
  void readTheDay() {
    client = PbxClient.of(mock);
    calls = each(client.object("/calls?pageSize=1000&" + DAY).getJsonArray("items")).toList();
  }

  private static Stream<JsonObject> each(JsonArray list) {
    return list.stream().map(JsonObject.class::cast);
  }

  private long count(Predicate<JsonObject> kind) {
    return calls.stream().filter(kind).count();
  }

  private static boolean isTo(JsonObject call, String extension) {
    return call.getString("dst").equals(extension);
  }

  private static boolean isAnswered(JsonObject call) {
    return call.getString("disposition").equals("ANSWERED");
  }

  private static boolean isOf(JsonObject call, String login) {
    JsonObject user = call.getJsonObject("user");
    return user != null && user.getString("login").equals(login);
  }

  @ParameterizedTest
  @CsvSource({"support,601", "sales,602", "billing,603"})
  void a_queue_counts_the_calls_that_the_history_has(String queue, String extension) {
    JsonObject statistics =
        client.list("/reports/queues?queues=" + queue + "&" + DAY).getJsonObject(0);
    List<JsonObject> reports =
        each(client.list("/reports/calls?direction=In&queues=" + queue + "&" + DAY)).toList();

    assertThat(statistics.getLong("total"))
        .isEqualTo(count(call -> isTo(call, extension)))
        .isEqualTo(reports.size());
    assertThat(statistics.getLong("answered"))
        .isPositive()
        .isEqualTo(count(call -> isTo(call, extension) && isAnswered(call)))
        .isEqualTo(reports.stream().filter(row -> row.getBoolean("answered")).count());
    assertThat(statistics.getInteger("total"))
        .isEqualTo(statistics.getInteger("answered") + statistics.getInteger("noanswer"));
    assertThat(statistics.getInteger("answered"))
        .isEqualTo(statistics.getInteger("inSla") + statistics.getInteger("afterSla"));
    assertThat(statistics.getInteger("noanswer"))
        .isEqualTo(statistics.getInteger("noanswerRecur") + statistics.getInteger("noanswerUniq"));
    assertThat(statistics.getDouble("avgWait"))
        .isCloseTo(mean(reports, "wait"), org.assertj.core.api.Assertions.within(0.01));
    assertThat(statistics.getInteger("maxDur"))
        .isEqualTo(
            reports.stream()
                .filter(row -> row.getBoolean("answered"))
                .mapToInt(row -> row.getInteger("duration"))
                .max()
                .orElse(0));
  }

  private static double mean(List<JsonObject> rows, String member) {
    return rows.stream().mapToInt(row -> row.getInteger(member)).average().orElse(0);
  }

  @Test
  void the_limit_of_the_service_level_is_taken_into_account() {
    int patient = inSla("1000");
    int usual = inSla("20");

    assertThat(inSla("0")).isZero();
    assertThat(usual).isBetween(1, patient - 1);
    assertThat(client.list("/reports/queues?" + DAY).getJsonObject(0).getInteger("inSla"))
        .isEqualTo(usual);
    assertThat(client.refusal(400, "/reports/queues?sla=-1")).contains("sla");
  }

  private int inSla(String sla) {
    return client
        .list("/reports/queues?sla=" + sla + "&" + DAY)
        .getJsonObject(0)
        .getInteger("inSla");
  }

  @Test
  void a_report_names_the_call_as_the_history_does() {
    for (JsonObject row : each(client.list("/reports/calls?" + DAY)).toList()) {
      JsonObject call =
          calls.stream()
              .filter(each -> each.getString("linkedid").equals(row.getString("callId")))
              .findFirst()
              .orElseThrow();
      assertThat(row.getInteger("duration")).isEqualTo(call.getInteger("duration"));
      assertThat(row.getString("direction")).isEqualTo(call.getString("way"));
      assertThat(row.getString("cid")).isEqualTo(call.getString("phoneNumber"));
      assertThat(row.getBoolean("answered")).isEqualTo(isAnswered(call));
      assertThat(call.getString("calldate"))
          .startsWith(row.getString("date") + "T" + row.getString("time"));
      assertThat(row.getString("recording"))
          .isEqualTo(isAnswered(call) ? call.getString("filename") : null);
    }
  }

  @Test
  void who_was_missed_is_called_back() {
    List<JsonObject> back =
        each(client.list("/reports/calls?answered=false&direction=in&" + DAY))
            .filter(row -> row.getString("cbId") != null)
            .toList();

    assertThat(back).isNotEmpty();
    for (JsonObject row : back) {
      JsonObject answer =
          calls.stream()
              .filter(call -> call.getString("linkedid").equals(row.getString("cbId")))
              .findFirst()
              .orElseThrow();
      assertThat(answer.getString("dst")).isEqualTo(row.getString("cid"));
      assertThat(answer.getInteger("cc_cb")).isEqualTo(1);
      assertThat(answer.getString("queue")).isEqualTo(row.getString("queue"));
      assertThat(row.getInteger("cbDiff")).isPositive();
      assertThat(row.getBoolean("checked")).isTrue();
    }
  }

  @Test
  void reports_are_narrowed_by_agent_and_told_in_the_zone_asked_for() {
    JsonArray rows = client.list("/reports/calls?agents=" + ALICE + "&" + DAY);

    assertThat(each(rows).map(row -> row.getString("user"))).isNotEmpty().containsOnly(ALICE);
    JsonObject utc =
        client
            .list(
                "/reports/calls?timezone=UTC&startTime=2026-02-25T23:00:00Z"
                    + "&endTime=2026-02-26T23:00:00Z&agents="
                    + ALICE)
            .getJsonObject(0);
    assertThat(utc.getString("time"))
        .isNotEqualTo(rows.getJsonObject(0).getString("time"))
        .endsWith(rows.getJsonObject(0).getString("time").substring(2));
  }

  @Test
  void without_a_period_a_report_is_of_the_day_of_the_latest_call() {
    assertThat(each(client.list("/reports/calls")).map(row -> row.getString("date")))
        .isNotEmpty()
        .containsOnly("2026-02-27");
    mock.mock().clock().set(Instant.parse("2026-02-26T11:00:00Z"));
    assertThat(each(client.list("/reports/calls")).map(row -> row.getString("time")))
        .isNotEmpty()
        .allMatch(time -> time.compareTo("12:00:00") <= 0);
    assertThat(each(client.list("/reports/calls?endTime=2026-02-26T09:00:00%2B01:00")))
        .isNotEmpty()
        .allMatch(row -> row.getString("time").compareTo("09:00:00") <= 0);
  }

  @Test
  void agents_have_talked_as_long_as_their_calls_say() {
    for (JsonObject row : each(client.list("/reports/agents/activity-durations?" + DAY)).toList()) {
      String login =
          each(client.list("/members"))
              .filter(member -> member.getInteger("pbxUserId").equals(row.getInteger("id")))
              .map(member -> member.getString("login"))
              .findFirst()
              .orElseThrow();
      JsonObject durations = row.getJsonObject("durations");
      assertThat(durations.getInteger("incomingCalls")).isEqualTo(talked(login, "In"));
      assertThat(durations.getInteger("outgoingCalls")).isEqualTo(talked(login, "Out"));
      assertThat(durations.getInteger("login")).isBetween(7 * 3_600, 10 * 3_600);
      assertThat(durations.getInteger("pauses")).isBetween(2_000, 6_000);
      assertThat(durations.getInteger("idle"))
          .isEqualTo(
              durations.getInteger("login")
                  - durations.getInteger("pauses")
                  - durations.getInteger("incomingCalls")
                  - durations.getInteger("outgoingCalls"));
    }
  }

  private int talked(String login, String way) {
    return calls.stream()
        .filter(call -> isOf(call, login) && call.getString("way").equals(way))
        .mapToInt(call -> call.getInteger("billsec"))
        .sum();
  }

  @Test
  void who_is_at_work_is_said_by_the_clock() {
    mock.mock().clock().set(Instant.parse("2026-02-26T09:00:00Z"));
    JsonObject alice = durations();
    mock.mock().clock().set(Instant.parse("2026-02-26T20:00:00Z"));
    JsonObject asleep = durations();

    assertThat(alice.getJsonArray("loggedIn")).containsExactly("support", "sales", "billing");
    assertThat(alice.getString("logonStartTime")).startsWith("2026-02-26T06:5");
    assertThat(alice.getJsonObject("durations").getInteger("login")).isBetween(10_800, 11_400);
    assertThat(asleep.getJsonArray("loggedIn")).isEmpty();
    assertThat(asleep.containsKey("logonStartTime")).isFalse();
  }

  private JsonObject durations() {
    return client.list("/reports/agents/activity-durations?agents=" + ALICE).getJsonObject(0);
  }

  @Test
  void who_pauses_is_paused_in_all_queues() {
    JsonObject pause = event("PAUSE");
    mock.mock().clock().set(java.time.OffsetDateTime.parse(pause.getString("time")).toInstant());

    JsonObject alice = durations();

    assertThat(alice.getJsonArray("pausedIn")).isEqualTo(alice.getJsonArray("loggedIn")).hasSize(3);
    assertThat(alice.getString("pauseStartTime")).isEqualTo(pause.getString("time"));
    assertThat(alice.getBoolean("wasOnceLogged")).isTrue();
  }

  private JsonObject event(String kind) {
    return client
        .object("/reports/agents/activity?events=" + kind + "&agents=" + ALICE + "&" + DAY)
        .getJsonArray("items")
        .getJsonObject(0);
  }

  @Test
  void the_counters_of_the_day_are_those_of_its_calls() {
    mock.mock().clock().set(Instant.parse("2026-02-26T22:59:59Z"));
    JsonArray day = client.list("/reports/agents/daily-stats");

    assertThat(day).hasSize(6);
    for (JsonObject row : each(day).toList()) {
      String login = row.getString("agent");
      assertThat(row.getLong("callsTaken"))
          .isPositive()
          .isEqualTo(
              count(c -> isOf(c, login) && isAnswered(c) && c.getString("way").equals("In")));
      assertThat(row.getLong("outgoingCallsAnswered") + row.getLong("outgoingCallsUnanswered"))
          .isEqualTo(count(c -> isOf(c, login) && c.getString("way").equals("Out")));
      assertThat(row.getLong("cbCalls"))
          .isEqualTo(count(c -> isOf(c, login) && c.getInteger("cc_cb") != null));
      assertThat(row.getInteger("talkTime")).isEqualTo(talked(login, "In") + talked(login, "Out"));
      assertThat(row.getString("logonTime")).startsWith("2026-02-26T0");
      assertThat(row.getInteger("nonBillPauseTime")).isPositive();
    }
    String id = day.getJsonObject(2).getString("userId");
    assertThat(client.list("/reports/agents/daily-stats?usersId=" + id))
        .containsExactly(day.getJsonObject(2));
  }

  @Test
  void activity_is_one_list_in_order_of_time_cut_into_pages() {
    JsonObject whole = client.object("/reports/agents/activity?pageSize=5000&" + DAY);
    List<JsonObject> events = each(whole.getJsonArray("items")).toList();
    JsonObject second = client.object("/reports/agents/activity?page=2&pageSize=50&" + DAY);

    assertThat(events.stream().map(event -> event.getString("time"))).isSorted();
    assertThat(each(second.getJsonArray("items")))
        .containsExactlyElementsOf(events.subList(50, 100));
    assertThat(second.getInteger("totalPages")).isEqualTo((events.size() + 49) / 50);
    assertThat(second.getJsonArray("links")).anyMatch(link -> link.toString().contains("page=3"));
    assertThat(second.getJsonArray("links").getString(0)).contains(DAY);
    assertThat(client.object("/reports/agents/activity?page=999").getJsonArray("items")).isEmpty();
  }

  @Test
  void each_answered_call_of_a_queue_is_completed_once() {
    JsonObject page =
        client.object(
            "/reports/agents/activity?events=COMPLETEAGENT&events=COMPLETECALLER&queues=support&"
                + DAY);

    assertThat(page.getJsonArray("items"))
        .hasSize((int) count(call -> isTo(call, "601") && isAnswered(call)));
    JsonObject data = page.getJsonArray("items").getJsonObject(0).getJsonObject("data");
    assertThat(data.getInteger("talktime")).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page=0",
        "pageSize=5001",
        "startTime=soon",
        "startTime=-999999999-01-01T00:00:00%2B18:00",
        "endTime=%2B999999999-12-31T23:59:59-18:00",
        "timezone=Mars"
      })
  void what_is_out_of_range_is_refused_by_its_name(String query) {
    assertThat(client.refusal(400, "/reports/agents/activity?" + query))
        .contains(query.substring(0, query.indexOf('=')));
  }

  @Test
  void missed_calls_are_those_that_nobody_has_spoken_to_since() {
    mock.mock().clock().set(Instant.parse("2026-02-26T13:00:00Z"));
    List<JsonObject> missed = each(client.list("/calls/missed")).toList();

    assertThat(missed).isNotEmpty();
    assertThat(missed.stream().map(one -> one.getString("callerId"))).doesNotHaveDuplicates();
    for (JsonObject one : missed) {
      List<JsonObject> since =
          calls.stream()
              .filter(call -> call.getString("phoneNumber").equals(one.getString("callerId")))
              .filter(call -> call.getString("calldate").compareTo("2026-02-26T14:00:00") <= 0)
              .filter(call -> call.getString("calldate").compareTo(one.getString("calldate")) > 0)
              .toList();
      assertThat(since).noneMatch(ReportsTest::isAnswered);
      assertThat(one.getString("state"))
          .isEqualTo(one.getInteger("outgoingAttempts") > 0 ? "inProgress" : "noChange");
      assertThat(one.getInteger("attempts")).isPositive();
    }
  }

  @Test
  void a_report_of_years_comes_in_chunks_and_is_whole() {
    try (RunningMock large = RunningMock.of(new MockOptions().setPort(0).setCalls(20_000))) {
      PbxClient reader = PbxClient.of(large);

      JsonArray years = reader.list("/reports/calls?startTime=2020-01-01&endTime=2027-01-01");
      long counted =
          each(reader.list("/reports/queues?startTime=2020-01-01&endTime=2027-01-01"))
              .mapToInt(queue -> queue.getInteger("total"))
              .sum();

      assertThat(each(years).map(row -> row.getString("callId"))).doesNotHaveDuplicates();
      assertThat(each(years).filter(row -> row.getString("direction").equals("In")).count())
          .isEqualTo(counted)
          .isGreaterThan(5_000);
    }
  }
}
