package io.ipbx.mock.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.testing.SharedMock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Pages that are found by what each day has: together they are the list, whatever happened to it.
 */
class PagesTest extends SharedMock {

  private static final String ACTIVITY = "/reports/agents/activity?";
  private static final Instant THURSDAY = Instant.parse("2026-02-26T10:00:00Z");

  private PbxClient access;

  @BeforeEach
  void logIn() {
    access = PbxClient.of(mock);
  }

  /** What is on all pages, from the last to the first. */
  private List<Object> joined(String path, String member, int pageSize) {
    int pages = access.object(path + "&pageSize=" + pageSize).getInteger("totalPages");
    List<Object> all = new ArrayList<>();
    for (int page = pages; page > 0; page--) {
      JsonArray items =
          access.object(path + "&pageSize=" + pageSize + "&page=" + page).getJsonArray(member);
      assertThat(items).hasSizeLessThanOrEqualTo(pageSize).isNotEmpty();
      all.addAll(0, items.stream().toList());
    }
    return all;
  }

  private List<Object> names(String query) {
    List<Object> whole = joined("/recordings?" + query, "files", 1_000);
    assertThat(joined("/recordings?" + query, "files", 37)).isEqualTo(whole);
    return whole;
  }

  private List<Object> recorded(String query) {
    JsonArray calls = access.object("/calls?pageSize=2000&" + query).getJsonArray("items");
    return calls.stream()
        .map(call -> ((JsonObject) call).getString("filename"))
        .filter(Predicate.not(String::isEmpty))
        .map(Object.class::cast)
        .toList();
  }

  @Test
  void names_are_those_of_the_calls_after_some_were_deleted_and_more_were_made() {
    List<Object> before = names("");
    assertThat(before).isEqualTo(recorded(""));
    Object gone = before.get(100); // of Wednesday
    access.send(
        "POST",
        "/recordings/batch-delete",
        new JsonObject().put("fileNames", new JsonArray().add(gone)));

    assertThat(names("")).doesNotContain(gone).hasSize(before.size() - 1).isEqualTo(recorded(""));

    mock.mock().clock().set(THURSDAY);
    access = PbxClient.of(mock);
    access
        .as("alice@example.com")
        .send("POST", "/calls", new JsonObject().put("to", "+420777888999"));
    mock.mock().clock().advance(Duration.ofMinutes(10));
    assertThat(names("")).hasSize(before.size()).isEqualTo(recorded(""));
    mock.mock().reset();
    access = PbxClient.of(mock);
    assertThat(names("")).isEqualTo(before);
  }

  @Test
  void a_period_may_begin_and_end_within_days() {
    String period = "startTime=2026-02-25T10:00:00Z&endTime=2026-02-27T11:00:00Z";
    List<Object> all = names("");

    assertThat(names(period)).isEqualTo(recorded(period)).hasSizeBetween(1, all.size() - 1);
    assertThat(names("pbxId=101")).isEqualTo(all);
    assertThat(access.object("/recordings?pbxId=102").getInteger("totalPages")).isZero();
  }

  @Test
  void activity_is_filtered_before_it_is_cut() {
    List<Object> all = joined(ACTIVITY, "items", 5_000);
    String period = "startTime=2026-02-25T10:00:00Z&endTime=2026-02-27T11:00:00Z";
    String filter = "&queues=sales&queues=billing&events=PAUSE&events=COMPLETEAGENT";

    assertThat(joined(ACTIVITY + filter, "items", 20))
        .isNotEmpty()
        .isEqualTo(all.stream().filter(PagesTest::passes).toList());
    assertThat(joined(ACTIVITY + period + filter, "items", 20))
        .isNotEmpty()
        .isEqualTo(
            all.stream()
                .filter(PagesTest::passes)
                .filter(event -> !time(event).isBefore(Instant.parse("2026-02-25T10:00:00Z")))
                .filter(event -> !time(event).isAfter(Instant.parse("2026-02-27T11:00:00Z")))
                .toList());
  }

  private static String text(Object event, String member) {
    return ((JsonObject) event).getString(member);
  }

  private static Instant time(Object event) {
    return OffsetDateTime.parse(text(event, "time")).toInstant();
  }

  private static boolean passes(Object event) {
    return List.of("sales", "billing").contains(text(event, "queue"))
        && List.of("PAUSE", "COMPLETEAGENT").contains(text(event, "event"));
  }
}
