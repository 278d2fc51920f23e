package io.ipbx.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.OneShotStream;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.Request;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which calls are sent again, and how often. */
class RetriesTest extends CallsInTrouble {

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

  @Test
  void a_listener_that_throws_disturbs_nothing() {
    CallListener rude =
        event -> {
          events.add(event);
          throw new LinkageError("rude");
        };
    answers(status(503));
    IpbxClient client = world.keep(world.builder(world.options()).withCallListener(rude).build());

    Future<?> answer = client.send(IpbxRequest.get("/calls"));
    passPause(1);

    Await.result(answer);
  }
}
