package io.ipbx.sdk.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.InvalidRequestException;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.UnexpectedReplyException;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How answers are read that are not as they should be. */
@ExtendWith(VertxExtension.class)
class AnswersTest {

  private static final String SECRET = "Bearer eyJhbGciOiJub25lIn0.e30.";

  private World world;
  private IpbxClient client;
  private Reply reply = Reply.of(200, "application/json", "[]");

  @BeforeEach
  void open(Vertx vertx) {
    world = new World(vertx, AuthScript.wellBehaved().onApi(request -> reply));
    client = world.client();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private List<@Nullable OffsetDateTime> times(String time, CallDetailQuery query) {
    reply = Reply.of(200, "application/json", "[{\"eventtime\":\"" + time + "\"}]");
    return Await.result(client.calls().getDetail("1.2", query)).stream()
        .<@Nullable OffsetDateTime>map(CallDetailEvent::time)
        .toList();
  }

  private Throwable failure() {
    return Await.failure(client.calls().getDetail("1.2"));
  }

  @Test
  void a_time_without_an_offset_is_in_the_zone_that_was_asked_for() {
    ZoneId newYork = ZoneId.of("America/New_York");

    assertThat(times("2026-02-27 08:00:00", new CallDetailQuery().setTimezone(newYork)))
        .containsExactly(OffsetDateTime.parse("2026-02-27T08:00:00-05:00"));
    assertThat(times("2026-02-27 08:00:00", new CallDetailQuery()))
        .containsExactly(OffsetDateTime.parse("2026-02-27T08:00:00+01:00"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-27T08:00:00.12Z, 120000000",
    "2026-02-27T08:00:00.123456789Z, 123456789",
    "2026-02-27T08:00:00.123Z, 123000000",
    "2026-02-27T08:00:00Z, 0",
    "2026-02-27T08:00Z, 0"
  })
  void a_second_has_any_fraction(String date, int nanos) {
    assertThat(times("" + date + "", new CallDetailQuery()))
        .containsExactly(OffsetDateTime.parse("2026-02-27T08:00:00Z").withNano(nanos));
  }

  @Test
  void an_empty_date_is_none_and_what_is_null_in_a_list_is_passed_over() {
    assertThat(times("", new CallDetailQuery())).containsOnlyNulls();

    reply = Reply.of(200, "application/json", "[null]");
    assertThat(Await.result(client.calls().getDetail("1.2"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"" + SECRET + "\"",
        "[{\"eventtime\":\"" + SECRET + "\"}]",
        "[{\"src\":[\"" + SECRET + "\"]}]",
        "[" + SECRET,
      })
  void what_is_said_of_a_misfit_does_not_repeat_it(String body) {
    reply = Reply.of(200, "application/json", body);

    Throwable failure = failure();

    assertThat(failure).isInstanceOf(UnexpectedReplyException.class).hasNoCause();
    assertThat(failure.toString()).doesNotContain("eyJ");
  }

  @Test
  void a_misfit_is_named_by_its_place_and_what_it_should_be() {
    reply = Reply.of(200, "application/json", "[{\"eventtime\":\"yesterday\"}]");

    assertThat(failure())
        .hasMessage("the API's answer is not understood: [].eventtime is no OffsetDateTime");
  }

  @Test
  void what_the_server_says_of_single_fields_is_handed_on() {
    JsonArray errors = new JsonArray().add(new JsonObject().put("property", "to"));
    reply = Reply.json(400, new JsonObject().put("message", "Bad").put("errors", errors));

    InvalidRequestException failure = (InvalidRequestException) failure();

    assertThat(failure.errors()).isEqualTo(errors);
  }

  @Test
  void but_not_when_that_repeats_the_token() {
    JsonArray errors = new JsonArray().add("got access-1");
    reply = Reply.json(400, new JsonObject().put("message", "Bad").put("errors", errors));

    InvalidRequestException failure = (InvalidRequestException) failure();

    assertThat(failure.errors()).isEmpty();
  }
}
