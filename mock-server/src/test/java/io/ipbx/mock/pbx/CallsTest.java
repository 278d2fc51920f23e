package io.ipbx.mock.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.MockOptions;
import io.ipbx.mock.testing.RunningMock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The call history and the recordings, as a plain client sees them. */
class CallsTest {

  private static RunningMock mock;
  private static String bearer;

  @BeforeAll
  static void start() {
    mock = RunningMock.start();
    bearer = RunningMock.bearer(mock.login());
  }

  @AfterAll
  static void stop() {
    mock.close();
  }

  private static HttpResponse<String> get(String path) {
    return mock.get(path, "Authorization", bearer);
  }

  private static JsonObject page(String query) {
    HttpResponse<String> response = get("/calls" + query);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return RunningMock.json(response);
  }

  private static JsonObject call(JsonObject page, int place) {
    return page.getJsonArray("items").getJsonObject(place);
  }

  @Test
  void a_page_holds_a_hundred_calls_unless_asked_otherwise() {
    JsonObject page = page("");

    assertThat(page.getJsonArray("items")).hasSize(100);
    assertThat(page.getInteger("currentPage")).isEqualTo(1);
    assertThat(page.getInteger("totalPages")).isEqualTo(10);
    assertThat(page.getInteger("totalResults")).isEqualTo(1_000);
    assertThat(page.getJsonArray("links").getJsonObject(0).getString("rel")).isEqualTo("next");
  }

  @Test
  void pages_follow_one_another_without_gap_or_overlap_in_order_of_time() {
    JsonArray whole = page("?pageSize=60").getJsonArray("items");
    JsonArray parts = page("?pageSize=30&page=1").getJsonArray("items").copy();
    parts.addAll(page("?pageSize=30&page=2").getJsonArray("items"));

    assertThat(parts).isEqualTo(whole);
    for (int i = 1; i < whole.size(); i++) {
      assertThat(whole.getJsonObject(i - 1).getString("calldate"))
          .isLessThanOrEqualTo(whole.getJsonObject(i).getString("calldate"));
    }
  }

  @Test
  void the_same_request_has_the_same_answer() {
    assertThat(get("/calls?page=3").body()).isEqualTo(get("/calls?page=3").body());
  }

  @Test
  void a_page_past_the_end_is_empty() {
    JsonObject page = page("?page=99");

    assertThat(page.getJsonArray("items")).isEmpty();
    assertThat(page.getInteger("currentPage")).isEqualTo(99);
  }

  @Test
  void descending_order_is_the_ascending_one_reversed() {
    JsonObject last = call(page("?page=10"), 99);

    assertThat(call(page("?sortDirection=desc"), 0)).isEqualTo(last);
  }

  @ParameterizedTest
  @CsvSource({"way,In", "disposition,BUSY", "line,203"})
  void a_filter_lets_through_what_it_names(String name, String value) {
    JsonObject page = page("?pageSize=1000&" + name + "=" + value);

    assertThat(page.getInteger("totalResults")).isBetween(10, 990);
    assertThat(page.getJsonArray("items"))
        .allSatisfy(
            item ->
                assertThat(String.valueOf(((JsonObject) item).getValue(name))).isEqualTo(value));
  }

  @Test
  void a_number_can_be_matched_in_part() {
    String number = call(page("?way=In"), 0).getString("src");
    String part = number.substring(4, 9);

    JsonObject page = page("?srcFilter=like&pageSize=1000&src=" + part);

    assertThat(page.getJsonArray("items"))
        .isNotEmpty()
        .allSatisfy(item -> assertThat(((JsonObject) item).getString("src")).contains(part));
    assertThat(page("?src=" + part).getInteger("totalResults")).isZero();
  }

  @Test
  void extensions_come_repeated_or_as_a_json_list() {
    int repeated = page("?extensions=201&extensions=202").getInteger("totalResults");
    int listed = page("?extensions=%5B%22201%22,%22202%22%5D").getInteger("totalResults");

    assertThat(repeated).isPositive().isEqualTo(listed);
    assertThat(page("?extensions=201").getInteger("totalResults")).isBetween(1, repeated - 1);
  }

  @Test
  void texts_that_look_like_numbers_or_hold_a_plus_are_compared_as_they_are() {
    JsonObject first = call(page("?way=In"), 0);
    String linkedId = first.getString("linkedid");
    String number = first.getString("src").replace("+", "%2B");

    assertThat(page("?linkedid=" + linkedId).getInteger("totalResults")).isEqualTo(1);
    assertThat(page("?src=" + number).getJsonArray("items")).contains(first);
    assertThat(page("?disposition=-1.50").getInteger("totalResults")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"src,asc", "dst,desc", "billsec,desc", "duration,asc"})
  void a_column_sorts_all_pages_alike(String column, String direction) {
    String query = "&sortColumn=" + column + "&sortDirection=" + direction;
    List<Object> whole = values(page("?pageSize=1000" + query), column);
    List<Object> part = values(page("?pageSize=90&page=3" + query), column);

    Comparator<Object> order = Comparator.comparing(CallsTest::comparable);
    assertThat(whole).isSortedAccordingTo(direction.equals("asc") ? order : order.reversed());
    assertThat(part).isEqualTo(whole.subList(180, 270));
    assertThat(page("?pageSize=90&page=12" + query).getJsonArray("items")).hasSize(10);
    assertThat(page("?pageSize=90&page=13" + query).getJsonArray("items")).isEmpty();
  }

  private static List<Object> values(JsonObject page, String member) {
    return page.getJsonArray("items").stream()
        .map(item -> ((JsonObject) item).getValue(member))
        .toList();
  }

  private static String comparable(Object value) {
    return value instanceof Integer number ? "%09d".formatted(number) : value.toString();
  }

  @Test
  void a_filter_and_a_descending_order_go_together() {
    JsonArray up = page("?way=Loc&pageSize=1000").getJsonArray("items");
    JsonArray down = page("?way=Loc&pageSize=1000&sortDirection=desc").getJsonArray("items");

    assertThat(down.getJsonObject(0)).isEqualTo(up.getJsonObject(up.size() - 1));
    assertThat(down).hasSameSizeAs(up);
  }

  @Test
  void links_lead_to_the_same_search() {
    JsonArray links = page("?way=In&page=2&pageSize=50").getJsonArray("links");

    assertThat(links.stream().map(link -> ((JsonObject) link).getString("rel")))
        .containsExactly("next", "prev", "last");
    JsonObject next = RunningMock.json(get(links.getJsonObject(0).getString("href")));
    assertThat(next).isEqualTo(page("?way=In&page=3&pageSize=50"));
  }

  @Test
  void categories_are_alternatives_within_a_list_and_all_lists_must_be_met() {
    int either = page("?categories=%5B%5B1,2%5D%5D").getInteger("totalResults");
    JsonObject both = page("?metadata=true&pageSize=1000&categories=%5B%5B1%5D,2%5D");

    assertThat(either).isGreaterThan(both.getInteger("totalResults"));
    assertThat(page("?pageSize=1000&categories=1&categories=%5B2%5D").getInteger("totalResults"))
        .isEqualTo(both.getInteger("totalResults"));
    assertThat(both.getJsonArray("items"))
        .isNotEmpty()
        .allSatisfy(
            item ->
                assertThat(((JsonObject) item).getJsonArray("categories"))
                    .contains("order", "complaint"));
    assertThat(call(page(""), 0).containsKey("categories")).isFalse();
  }

  @Test
  void teams_are_the_call_centre_and_the_rest_of_the_house() {
    JsonObject house = page("?teams=2&pageSize=1000");

    assertThat(house.getJsonArray("items"))
        .isNotEmpty()
        .allSatisfy(item -> assertThat(((JsonObject) item).getInteger("line")).isIn(207, 208));
    assertThat(page("?teams=1&teams=2").getInteger("totalResults")).isEqualTo(1_000 - nobodys());
  }

  private static int nobodys() {
    return (int)
        page("?pageSize=1000").getJsonArray("items").stream()
            .filter(item -> ((JsonObject) item).getValue("user_id") == null)
            .count();
  }

  @Test
  void a_million_calls_are_paged_like_a_thousand() {
    try (RunningMock large = RunningMock.of(new MockOptions().setPort(0).setCalls(1_000_000))) {
      PbxClient client = PbxClient.of(large);

      JsonObject page = client.object("/calls?pageSize=5000&page=200");
      JsonObject last = page.getJsonArray("items").getJsonObject(4_999);
      JsonObject same = client.object("/calls?linkedid=" + last.getString("linkedid"));

      assertThat(page.getInteger("totalPages")).isEqualTo(200);
      assertThat(last.getString("calldate")).startsWith("2026-02-27T");
      assertThat(same.getJsonArray("items")).containsExactly(last);
      assertThat(client.object("/recordings?page=700").getJsonArray("files")).isNotEmpty();
    }
  }

  @Test
  void a_period_is_given_by_moments_or_bare_dates() {
    JsonObject day = page("?startTime=2026-02-26&endTime=2026-02-27&pageSize=1000");
    JsonObject same =
        page("?startTime=2026-02-26T00:00:00%2B01:00&endTime=2026-02-26T23:00:00Z&pageSize=1000");

    assertThat(day.getInteger("totalResults")).isEqualTo(400);
    assertThat(same.getJsonArray("items")).isEqualTo(day.getJsonArray("items"));
    assertThat(call(day, 0).getString("calldate")).startsWith("2026-02-26T07:");
  }

  @Test
  void times_are_given_in_the_zone_asked_for() {
    String prague = call(page(""), 0).getString("calldate");
    String utc = call(page("?timezone=UTC"), 0).getString("calldate");

    assertThat(prague).endsWith("+01:00");
    assertThat(utc).endsWith("Z");
    assertThat(java.time.OffsetDateTime.parse(prague).toInstant())
        .isEqualTo(java.time.OffsetDateTime.parse(utc).toInstant());
  }

  @Test
  void an_answered_call_has_a_recording_that_the_recordings_list() {
    JsonObject answered = call(page("?disposition=ANSWERED"), 0);
    JsonArray files = RunningMock.json(get("/recordings")).getJsonArray("files");

    assertThat(answered.getString("filename")).endsWith(answered.getString("linkedid") + ".mp3");
    assertThat(files).contains(answered.getString("filename"));
    assertThat(call(page("?disposition=BUSY"), 0).getString("filename")).isEmpty();
    assertThat(files).hasSize(page("?disposition=ANSWERED").getInteger("totalResults"));
  }

  @ParameterizedTest
  @CsvSource({
    "page=0,page",
    "page=x,page",
    "pageSize=5001,pageSize",
    "pageSize=0,pageSize",
    "way=Sideways,way",
    "timezone=Mars/Olympus,timezone",
    "startTime=yesterday,startTime",
    "sortColumn=colour,sortColumn",
    "categories=x,categories",
    "categories=%5B%22x%22%5D,categories",
    "categories=null,categories",
    "teams=x,teams",
    "metadata=maybe,metadata",
    "srcFilter=regex,srcFilter"
  })
  void a_wrong_parameter_is_refused_by_its_name(String query, String name) {
    HttpResponse<String> response = get("/calls?" + query);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(RunningMock.json(response).getInteger("statusCode")).isEqualTo(400);
    assertThat(RunningMock.json(response).getString("message")).contains(name);
  }

  @Test
  void without_a_bearer_the_answer_is_a_challenge_without_an_error() {
    HttpResponse<String> response = mock.get("/calls");

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    assertThat(RunningMock.json(response).getString("error")).isEqualTo("Unauthorized");
  }

  @Test
  void a_bad_bearer_is_told_so() {
    HttpResponse<String> response = mock.get("/calls", "Authorization", bearer + "x");

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("error=\"invalid_token\"");
  }

  @Test
  void an_access_without_impersonation_reaches_call_log_and_switchboards_only() {
    String restricted = RunningMock.bearer(mock.loginAs(RunningMock.RESTRICTED, ""));

    HttpResponse<String> refused = mock.get("/calls", "Authorization", restricted);

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
        .contains("insufficient_scope");
    assertThat(mock.get("/recordings", "Authorization", restricted).statusCode()).isEqualTo(403);
    assertThat(mock.get("/v1/calls", "Authorization", restricted).statusCode()).isEqualTo(200);
    assertThat(mock.get("/v1/pbx", "Authorization", restricted).statusCode()).isEqualTo(200);
  }

  @Test
  void the_call_log_is_one_list_in_the_words_of_billing() {
    JsonArray log = new JsonArray(get("/v1/calls?dateFrom=2026-02-27&dateTo=2026-02-27").body());

    assertThat(log).isNotEmpty();
    assertThat(log.getJsonObject(0).getString("datetime")).startsWith("2026-02-27 07:");
    assertThat(log.getJsonObject(0).fieldNames())
        .contains("cislo_int", "cislo_ext", "odchozi", "stav", "delka", "cena");
  }

  @Test
  void an_impersonated_user_may_call_everything() {
    JsonObject user = RunningMock.json(mock.exchange(bearer, "{\"email\":\"alice@example.com\"}"));

    assertThat(mock.get("/calls", "Authorization", RunningMock.bearer(user)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void what_is_not_there_is_a_404_in_the_same_shape() {
    HttpResponse<String> response = get("/nothing/here");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(RunningMock.json(response).getInteger("statusCode")).isEqualTo(404);
  }
}
