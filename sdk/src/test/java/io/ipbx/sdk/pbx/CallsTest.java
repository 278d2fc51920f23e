package io.ipbx.sdk.pbx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ipbx.mock.MockIpbx;
import io.ipbx.mock.MockOptions;
import io.ipbx.sdk.InvalidRequestException;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxException;
import io.ipbx.sdk.IpbxOptions;
import io.ipbx.sdk.IpbxRequest;
import io.ipbx.sdk.NotFoundException;
import io.ipbx.sdk.PermissionDeniedException;
import io.ipbx.sdk.RateLimitedException;
import io.ipbx.sdk.ServerErrorException;
import io.ipbx.sdk.UnexpectedReplyException;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Context;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.streams.ReadStream;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The call history: pages, streams, every parameter and field. */
@ExtendWith(VertxExtension.class)
class CallsTest {

  private Vertx vertx;
  private MockIpbx mock;
  private IpbxClient client;

  @BeforeEach
  void start(Vertx vertx) {
    this.vertx = vertx;
    mock = Await.result(MockIpbx.start(vertx, new MockOptions().setPort(0)));
    client = as(World.USERNAME);
  }

  private IpbxClient as(String username) {
    return IpbxClient.create(
        vertx,
        new IpbxOptions()
            .setAuthUrl(mock.url())
            .setApiUrl(mock.url())
            .setUsername(username)
            .setPassword(World.PASSWORD));
  }

  @AfterEach
  void stop() {
    Await.result(client.close());
    Await.result(mock.stop());
  }

  @Test
  @Tag("openapi")
  void a_page_of_the_mock_is_read_field_by_field() {
    CallPage page =
        Await.result(
            client
                .calls()
                .list(
                    new CallQuery()
                        .setWay(CallWay.IN)
                        .setDisposition("ANSWERED")
                        .setMetadata(true)
                        .setPageSize(7)
                        .setPage(2)));
    Call call = page.items().get(0);

    assertThat(page.items()).hasSize(7);
    assertThat(page.currentPage()).isEqualTo(2);
    assertThat(page.hasNext()).isTrue();
    assertThat(page.totalResults()).isBetween(8L, 1_000L);
    assertThat(page.links().get(0).rel()).isEqualTo("next");
    assertThat(call.way()).isEqualTo(CallWay.IN);
    assertThat(call.source()).startsWith("+420").isEqualTo(call.phoneNumber());
    assertThat(call.talkTime()).isPositive().isLessThan(call.duration());
    assertThat(Duration.between(call.start(), call.end()).toSeconds())
        .isEqualTo((long) call.duration());
    assertThat(call.recording()).contains(call.linkedId());
    assertThat(String.valueOf(call.user())).contains("@example.com");
    assertThat(call.userAnswered()).isTrue();
    assertThat(call.categories()).isNotNull();
  }

  @Test
  void a_stream_gives_every_call_once_and_in_order() {
    List<Call> seen = new CopyOnWriteArrayList<>();
    Promise<Void> end = Promise.promise();

    client.calls().stream(new CallQuery().setPageSize(90))
        .exceptionHandler(end::fail)
        .endHandler(end::complete)
        .handler(seen::add);
    Await.result(end.future());

    assertThat(seen).hasSize(1_000).extracting(Call::linkedId).doesNotHaveDuplicates();
    assertThat(seen).extracting(Call::start).isSorted();
  }

  @Test
  void a_wrong_parameter_comes_back_with_the_servers_words() {
    Throwable failure = Await.failure(client.calls().list(new CallQuery().setPageSize(9_999)));

    assertThat(failure)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("pageSize");
    assertThat(((IpbxException) failure).status()).isEqualTo(400);
  }

  @Test
  void an_access_without_impersonation_is_denied() {
    IpbxClient restricted = as("restricted@example.com");
    try {
      assertThat(Await.failure(restricted.calls().list(new CallQuery())))
          .isInstanceOf(PermissionDeniedException.class);
      assertThat(Await.result(restricted.send(IpbxRequest.get("/v1/pbx"))).statusCode())
          .isEqualTo(200);
    } finally {
      Await.result(restricted.close());
    }
  }

  @Test
  void every_condition_is_sent_under_its_own_name() {
    try (World world =
        new World(
            vertx,
            AuthScript.wellBehaved().onApi(request -> Reply.of(200, "application/json", "{}")))) {
      CallQuery query =
          new CallQuery()
              .setLinkedId("1.2")
              .setSource("1", CallQuery.Match.EQUAL)
              .setDestination("2", CallQuery.Match.LIKE)
              .setLine("3", CallQuery.Match.EQUAL)
              .setTrunk("4", CallQuery.Match.LIKE)
              .setPhoneNumber("+420 5", CallQuery.Match.EQUAL)
              .setCategories(List.of(List.of(1, 2), List.of(3)))
              .setTeams(List.of(7, 8))
              .setExtensions(List.of("201", "202"))
              .setMetadata(true)
              .setDisposition("NO ANSWER")
              .setWay(new CallWay("Sideways"))
              .setPage(2)
              .setPageSize(50)
              .setStartTime(OffsetDateTime.parse("2026-02-27T08:00:00+01:00"))
              .setEndTime(OffsetDateTime.parse("2026-02-27T09:00:00+01:00"))
              .setSortColumn("calldate")
              .setDescending(true)
              .setTimezone(ZoneId.of("UTC"));

      CallPage empty = Await.result(world.client().calls().list(query));

      assertThat(empty.items()).isEmpty();
      assertThat(world.server().apiCalls().get(0).target())
          .isEqualTo(
              "/calls?linkedid=1.2&srcFilter=equal&src=1&dstFilter=like&dst=2&lineFilter=equal"
                  + "&line=3&trunkFilter=like&trunk=4&phoneNumberFilter=equal"
                  + "&phoneNumber=%2B420%205&categories=%5B%5B1%2C%202%5D%2C%20%5B3%5D%5D"
                  + "&teams=7&teams=8&extensions=201&extensions=202&metadata=true"
                  + "&disposition=NO%20ANSWER&way=Sideways&page=2&pageSize=50"
                  + "&startTime=2026-02-27T08%3A00%3A00%2B01%3A00&endTime=2026-02-27T09%3A00%3A00%2B01%3A00"
                  + "&sortColumn=calldate&sortDirection=desc&timezone=UTC");
    }
  }

  @Test
  void a_condition_can_be_taken_back() {
    CallQuery query =
        new CallQuery().setSource("1", CallQuery.Match.LIKE).setDescending(true).setPage(3);
    CallQuery copy = new CallQuery(query);

    query.setSource(null, CallQuery.Match.LIKE).setDescending(null).setPage(null);

    assertThat(query).hasToString("CallQuery{}");
    assertThat(query.page()).isEqualTo(1);
    assertThat(copy.page()).isEqualTo(3);
  }

  @Test
  void what_is_not_known_survives_and_both_forms_of_ids_and_dates_are_read() {
    String json =
        """
        {"items":[{"user_id":null,"line":"sip-7","calldate":"2026-02-27","way":"Sideways",
        "duration":1.5,"billsec":1,"stamp":"2026-02-27 10:11:12","endTime":"2026-07-01T10:11:12.345Z",
        "colour":"blue","userAnswered":null,"cc_cb":3},{"user_id":7,"line":12}],
        "currentPage":1,"totalPages":1,"totalResults":2,"extra":{}}
        """;
    try (World world =
        new World(
            vertx,
            AuthScript.wellBehaved().onApi(request -> Reply.of(200, "application/json", json)))) {
      List<Call> calls = Await.result(world.client().calls().list(new CallQuery())).items();

      assertThat(calls.get(0).userId()).isNull();
      assertThat(calls.get(0).line()).isEqualTo(new FlexibleId("sip-7"));
      assertThat(calls.get(0).way()).hasToString("Sideways");
      assertThat(calls.get(0).start()).isEqualTo("2026-02-27T00:00:00+01:00");
      assertThat(calls.get(0).stamp()).isEqualTo("2026-02-27T10:11:12+01:00");
      assertThat(calls.get(0).end()).isEqualTo("2026-07-01T10:11:12.345Z");
      assertThat(calls.get(0).callback()).isEqualTo(3.0);
      assertThat(calls.get(0).userAnswered()).isNull();
      assertThat(calls.get(1).userId()).isEqualTo(FlexibleId.of(7));
      assertThat(calls.get(1).line()).hasToString("12");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense",
        "''",
        "[]",
        "{\"items\":[{\"calldate\":\"yesterday\"}]}",
        "{\"items\":7}"
      })
  void an_answer_that_is_not_understood_says_so(String body) {
    try (World world =
        new World(
            vertx,
            AuthScript.wellBehaved().onApi(request -> Reply.of(200, "application/json", body)))) {
      assertThat(Await.failure(world.client().calls().list(new CallQuery())))
          .isInstanceOf(UnexpectedReplyException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"404", "410", "429", "500", "503", "400", "422", "403"})
  void each_status_has_its_meaning(int status) {
    Map<Integer, Class<? extends IpbxException>> meanings =
        Map.of(
            404, NotFoundException.class,
            410, NotFoundException.class,
            429, RateLimitedException.class,
            500, ServerErrorException.class,
            503, ServerErrorException.class,
            400, InvalidRequestException.class,
            422, InvalidRequestException.class,
            403, PermissionDeniedException.class);
    Map<String, String> headers = Map.of("x-correlation-id", "c-1", "Retry-After", "30");
    try (World world =
        new World(
            vertx,
            AuthScript.wellBehaved()
                .onApi(
                    request ->
                        Reply.of(status, headers, "{\"error\":\"E\",\"message\":\"because\"}")))) {
      IpbxException failure =
          (IpbxException) Await.failure(world.client().send(IpbxRequest.delete("/x")));

      assertThat(failure).isInstanceOf(meanings.get(status)).hasMessageContaining("because");
      assertThat(failure.status()).isEqualTo(status);
      assertThat(failure.detail().code()).isEqualTo("E");
      assertThat(failure.detail().correlationId()).isEqualTo("c-1");
      assertThat(failure.retryable()).isEqualTo(status == 429 || status >= 500);
      if (failure instanceof RateLimitedException limited) {
        assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(30));
      }
    }
  }

  @Test
  void a_paused_stream_fetches_no_more_than_the_next_page() {
    try (World world = new World(vertx, pages(5))) {
      Context context = vertx.getOrCreateContext();
      List<String> seen = new CopyOnWriteArrayList<>();
      Promise<ReadStream<Call>> made = Promise.promise();
      context.runOnContext(
          go -> {
            ReadStream<Call> stream = world.client().calls().stream(new CallQuery().setPageSize(2));
            stream.pause();
            stream.handler(call -> seen.add(call.linkedId()));
            stream.fetch(1);
            made.complete(stream);
          });
      ReadStream<Call> stream = Await.result(made.future());
      Await.until(() -> seen.size() == 1, "one call");
      Await.until(() -> world.server().apiCalls().size() == 2, "the next page is on its way");

      Promise<Void> end = Promise.promise();
      context.runOnContext(go -> stream.endHandler(end::complete));
      assertThat(seen).containsExactly("1-0");
      assertThat(world.server().apiCalls()).hasSize(2);
      context.runOnContext(go -> stream.resume());
      Await.result(end.future());

      assertThat(seen).hasSize(10);
      assertThat(world.server().apiCalls()).hasSize(5);
    }
  }

  @Test
  void a_failed_page_ends_the_stream_by_its_exception_handler() {
    AuthScript script = pages(5);
    AuthScript broken =
        AuthScript.wellBehaved()
            .onApi(
                request ->
                    request.target().contains("page=3")
                        ? Reply.of(404, Map.of(), "")
                        : script.apply(request));
    try (World world = new World(vertx, broken)) {
      List<String> seen = new CopyOnWriteArrayList<>();
      Promise<Throwable> failure = Promise.promise();

      world.client().calls().stream(new CallQuery().setPageSize(2))
          .exceptionHandler(failure::complete)
          .handler(call -> seen.add(call.linkedId()));

      assertThat(Await.result(failure.future())).isInstanceOf(NotFoundException.class);
      assertThat(seen).containsExactly("1-0", "1-1", "2-0", "2-1");
    }
  }

  @Test
  void a_stream_refuses_a_negative_demand() {
    ReadStream<Call> stream = client.calls().stream(new CallQuery());

    assertThatThrownBy(() -> stream.fetch(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  /** An API of that many pages with two calls each. */
  private static AuthScript pages(int count) {
    return AuthScript.wellBehaved()
        .onApi(
            request -> {
              int page = Integer.parseInt(request.target().replaceAll(".*[?&]page=(\\d+).*", "$1"));
              return Reply.of(
                  200,
                  "application/json",
                  "{\"items\":[{\"linkedid\":\"%d-0\"},{\"linkedid\":\"%d-1\"}],\"currentPage\":%d,\"totalPages\":%d}"
                      .formatted(page, page, page, count));
            });
  }
}
