package io.ipbx.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.OneShotStream;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.Request;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which calls are sent again, how often, after what pause, and what bounds it. */
@ExtendWith(VertxExtension.class)
class RetriesTest {

  private final List<CallEvent> events = new CopyOnWriteArrayList<>();
  private final Queue<Reply> replies = new ArrayDeque<>();
  private World world;

  @BeforeEach
  void open(Vertx vertx) {
    world = new World(vertx, AuthScript.wellBehaved().onApi(request -> next()));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private synchronized Reply next() {
    Reply reply = replies.poll();
    return reply != null ? reply : Reply.of(200, Map.of(), "fine");
  }

  private synchronized void answers(Reply... inTurn) {
    replies.addAll(List.of(inTurn));
  }

  private static Reply status(int status) {
    return Reply.of(status, Map.of(), "");
  }

  private static Reply status(int status, String retryAfter) {
    return Reply.of(status, Map.of("Retry-After", retryAfter), "");
  }

  private IpbxClient client() {
    return client(world.options());
  }

  private IpbxClient client(IpbxOptions options) {
    return world.keep(world.builder(options).withCallListener(events::add).build());
  }

  private <T extends CallEvent> List<T> events(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Waits for the pause before retry {@code number} of all, and lets it pass. */
  private Duration passPause(int number) {
    Duration pause = awaitPause(number);
    world.time().advance(pause);
    return pause;
  }

  private Duration awaitPause(int number) {
    Await.until(() -> events(CallEvent.Retrying.class).size() >= number, "pause " + number);
    return events(CallEvent.Retrying.class).get(number - 1).pause();
  }

  private List<Request> sent() {
    return world.server().apiCalls();
  }

  static Stream<Arguments> failuresThatMayPass() {
    return Stream.of(
        Arguments.of("500", (Supplier<Reply>) () -> status(500)),
        Arguments.of("503", (Supplier<Reply>) () -> status(503)),
        Arguments.of("429", (Supplier<Reply>) () -> status(429)),
        Arguments.of("cut before a byte", (Supplier<Reply>) Reply::cut),
        Arguments.of(
            "cut in the body",
            (Supplier<Reply>) () -> Reply.of(200, Map.of(), "half an answer").cutInHalf()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("failuresThatMayPass")
  void a_failure_that_may_pass_is_followed_by_the_same_request(
      String name, Supplier<Reply> failure) {
    answers(failure.get(), failure.get());
    IpbxRequest request =
        IpbxRequest.put("/profiles/7").query("a", "b").json(new JsonObject().put("on", true));

    Future<HttpResponse<Buffer>> answer = client().send(request);
    passPause(1);
    passPause(2);

    assertThat(Await.result(answer).bodyAsString()).isEqualTo("fine");
    assertThat(sent()).hasSize(3);
    assertThat(sent())
        .allSatisfy(
            again -> {
              assertThat(again.method()).isEqualTo("PUT");
              assertThat(again.target()).isEqualTo("/profiles/7?a=b");
              assertThat(again.body()).isEqualTo("{\"on\":true}");
              assertThat(again.header("x-correlation-id"))
                  .isNotEmpty()
                  .isEqualTo(sent().get(0).header("x-correlation-id"));
            });
    assertThat(events(CallEvent.Ended.class))
        .singleElement()
        .satisfies(
            end -> {
              assertThat(end.status()).isEqualTo(200);
              assertThat(end.retries()).isEqualTo(2);
              assertThat(end.failure()).isNull();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"})
  void an_idempotent_method_is_sent_again(String method) {
    answers(status(503));

    Future<?> answer = client().send(IpbxRequest.of(HttpMethod.valueOf(method), "/calls"));
    passPause(1);

    Await.result(answer);
    assertThat(sent()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PATCH"})
  void any_other_method_is_sent_again_only_when_its_request_says_so(String method) {
    IpbxClient client = client();
    answers(status(503), status(503));

    Throwable failure =
        Await.failure(client.send(IpbxRequest.of(HttpMethod.valueOf(method), "/calls")));
    Future<?> asked =
        client.send(IpbxRequest.of(HttpMethod.valueOf(method), "/calls").retry(RetryPolicy.ALWAYS));
    passPause(1);

    assertThat(failure).isInstanceOf(ServerErrorException.class);
    Await.result(asked);
    assertThat(sent()).hasSize(3);
  }

  @Test
  void a_request_can_forbid_it() {
    answers(status(503));

    Await.failure(client().send(IpbxRequest.get("/calls").retry(RetryPolicy.NEVER)));

    assertThat(sent()).hasSize(1);
  }

  @Test
  void a_one_shot_stream_is_never_sent_again() {
    answers(status(503));

    Throwable failure =
        Await.failure(
            client()
                .send(
                    IpbxRequest.put("/upload")
                        .retry(RetryPolicy.ALWAYS)
                        .header("Content-Length", "5")
                        .stream(OneShotStream.of("hello"))));

    assertThat(failure).isInstanceOf(ServerErrorException.class);
    assertThat(sent()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 403, 404, 409, 501})
  void an_answer_that_will_not_change_reaches_the_caller_at_once(int status) {
    answers(status(status));

    Throwable failure = Await.failure(client().send(IpbxRequest.get("/calls")));

    assertThat(((IpbxException) failure).status()).isEqualTo(status);
    assertThat(((IpbxException) failure).retryable()).isFalse();
    assertThat(sent()).hasSize(1);
  }

  @Test
  void after_the_last_retry_the_caller_gets_the_last_failure() {
    answers(status(500), status(502), status(504));

    Future<?> answer = client(world.options().setRetries(2)).send(IpbxRequest.get("/calls"));
    passPause(1);
    passPause(2);

    assertThat(((IpbxException) Await.failure(answer)).status()).isEqualTo(504);
    assertThat(sent()).hasSize(3);
  }

  @Test
  void pauses_are_any_time_up_to_a_ceiling_that_doubles() {
    IpbxClient client =
        client(world.options().setRetries(4).setRetryPause(100).setRetryLongestPause(300));
    List<Duration> ceilings = Stream.of(100, 200, 300, 300).map(Duration::ofMillis).toList();
    List<Duration> first = new CopyOnWriteArrayList<>();

    for (int call = 0; call < 5; call++) {
      answers(status(503), status(503), status(503), status(503));
      Future<?> answer = client.send(IpbxRequest.get("/calls"));
      for (int retry = 0; retry < 4; retry++) {
        Duration pause = passPause(call * 4 + retry + 1);
        assertThat(pause).isBetween(Duration.ZERO, ceilings.get(retry));
        if (retry == 0) {
          first.add(pause);
        }
      }
      Await.result(answer);
    }

    assertThat(first).doesNotHaveDuplicates();
  }

  static Stream<Arguments> waits() {
    return Stream.of(
        Arguments.of(429, "7"),
        Arguments.of(503, "7"),
        Arguments.of(503, "Mon, 02 Mar 2026 08:00:07 GMT"));
  }

  @ParameterizedTest
  @MethodSource("waits")
  void what_the_server_asks_to_wait_is_waited(int status, String retryAfter) {
    answers(status(status, retryAfter));

    Future<?> answer = client().send(IpbxRequest.get("/calls"));
    Duration pause = awaitPause(1);
    world.time().advance(pause.minusNanos(1));

    assertThat(pause)
        .isBetween(
            Duration.ofSeconds(7),
            Duration.ofSeconds(7).plusMillis(IpbxOptions.DEFAULT_RETRY_PAUSE));
    assertThat(sent()).hasSize(1);
    world.time().advance(Duration.ofNanos(1));
    Await.result(answer);
    assertThat(sent()).hasSize(2);
  }

  @Test
  void a_wait_longer_than_the_call_has_is_told_instead_of_slept() {
    answers(status(429, "31"));

    Throwable failure = Await.failure(client().send(IpbxRequest.get("/calls")));

    assertThat(((RateLimitedException) failure).retryAfter()).isEqualTo(Duration.ofSeconds(31));
    assertThat(events(CallEvent.Retrying.class)).isEmpty();
    assertThat(world.time().pendingTimers()).isZero();
  }

  @Test
  void an_outage_is_not_multiplied_beyond_the_savings_of_the_client() {
    IpbxClient client =
        client(world.options().setRetries(1).setRetryBudget(3).setRetryBudgetPercent(50));
    answers(IntStream.range(0, 100).mapToObj(i -> status(503)).toArray(Reply[]::new));

    for (int call = 1; call <= 20; call++) {
      Future<?> answer = client.send(IpbxRequest.get("/calls"));
      if (call <= 3) {
        passPause(call);
      }
      assertThat(Await.failure(answer)).isInstanceOf(ServerErrorException.class);
    }

    assertThat(sent()).hasSize(23);
    assertThat(events(CallEvent.RetryBudgetExhausted.class)).hasSize(17);
  }

  @Test
  void calls_that_go_well_earn_retries_again() {
    IpbxClient client =
        client(world.options().setRetries(1).setRetryBudget(1).setRetryBudgetPercent(50));
    answers(status(503), status(503));
    Future<?> spends = client.send(IpbxRequest.get("/calls"));
    passPause(1);
    Await.failure(spends);

    Await.result(client.send(IpbxRequest.get("/calls")));
    answers(status(503));
    Await.failure(client.send(IpbxRequest.get("/calls")));
    assertThat(events(CallEvent.RetryBudgetExhausted.class)).hasSize(1);
    Await.result(client.send(IpbxRequest.get("/calls")));
    answers(status(503));
    Future<?> again = client.send(IpbxRequest.get("/calls"));
    passPause(2);

    Await.result(again);
    assertThat(events(CallEvent.RetryBudgetExhausted.class)).hasSize(1);
  }

  @Test
  void the_replay_after_a_401_is_no_retry_and_costs_no_budget() {
    IpbxClient client = client(world.options().setRetries(0).setRetryBudget(0));
    answers(status(401));

    Await.result(client.send(IpbxRequest.post("/calls")));

    assertThat(sent()).extracting(Request::bearer).containsExactly("access-1", "access-2");
    assertThat(events(CallEvent.Ended.class)).extracting(CallEvent.Ended::retries).containsOnly(0);
  }

  @Test
  void a_call_is_replayed_once_however_often_it_is_retried() {
    answers(status(401), status(503), status(401));

    Future<?> answer = client().send(IpbxRequest.get("/calls"));
    passPause(1);

    assertThat(Await.failure(answer)).isInstanceOf(TokenRejectedException.class);
    assertThat(sent()).hasSize(3);
  }

  static Stream<Arguments> silences() {
    Reply head = Reply.raw("HTTP/1.1 200 Fine\r\nContent-Length: 100\r\n\r\nand then nothing");
    return Stream.of(Arguments.of(Reply.never()), Arguments.of(head));
  }

  @ParameterizedTest
  @MethodSource("silences")
  void the_timeout_ends_a_call_and_takes_its_request_back(Reply silence) {
    answers(silence);
    Future<?> answer = client(world.options().setRequestTimeout(5_000)).send(IpbxRequest.get("/c"));
    Await.until(() -> sent().size() == 1, "the request");

    world.time().advance(Duration.ofSeconds(5).minusNanos(1));
    assertThat(answer.isComplete()).isFalse();
    world.time().advance(Duration.ofNanos(1));

    assertThat(Await.failure(answer)).isInstanceOf(RequestTimeoutException.class);
    assertThat(sent()).hasSize(1);
    Await.until(() -> world.server().openConnections() <= 1, "only the auth server's is left");
    assertThat(world.time().pendingTimers()).isZero();
  }

  @Test
  void the_timeout_holds_over_retries_and_names_what_came_before() {
    answers(status(503), Reply.never());
    Future<?> answer = client(world.options().setRequestTimeout(5_000)).send(IpbxRequest.get("/c"));
    Duration pause = passPause(1);
    Await.until(() -> sent().size() == 2, "the retry");

    world.time().advance(Duration.ofSeconds(5).minus(pause));

    assertThat(Await.failure(answer))
        .isInstanceOf(RequestTimeoutException.class)
        .hasCauseInstanceOf(ServerErrorException.class);
  }

  @Test
  void a_close_ends_a_call_in_its_pause() {
    answers(status(503, "10"));
    IpbxClient client = client();
    Future<?> answer = client.send(IpbxRequest.get("/calls"));
    awaitPause(1);

    Await.result(client.close());

    assertThat(Await.failure(answer)).isInstanceOf(ClientClosedException.class);
    assertThat(world.time().pendingTimers()).isZero();
    assertThat(sent()).hasSize(1);
  }

  @Test
  void a_body_whose_source_fails_never_looks_whole() {
    Throwable failure =
        Await.failure(
            client()
                .send(
                    IpbxRequest.put("/upload").header("Content-Length", "8").stream(
                        OneShotStream.broken())));

    assertThat(failure).isInstanceOf(ConnectionFailedException.class);
    assertThat(failure).hasRootCauseMessage("the disk is gone");
    assertThat(sent()).isEmpty();
  }

  @Test
  void a_listener_that_throws_disturbs_nothing() {
    CallListener rude =
        event -> {
          events.add(event);
          throw new IllegalStateException("rude");
        };
    answers(status(503));
    IpbxClient client = world.keep(world.builder(world.options()).withCallListener(rude).build());

    Future<?> answer = client.send(IpbxRequest.get("/calls"));
    passPause(1);

    Await.result(answer);
  }
}
