package io.ipbx.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.OneShotStream;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.Request;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What ends a call other than its answer, and what is left behind. */
class CallEndTest extends CallsInTrouble {

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

  private IpbxClient ofOneConnection() {
    return client(world.options().setConnections(1).setRequestTimeout(10 * 3_600_000L));
  }

  /**
   * A call that waits for the only connection, on which another is answered once {@code held} is
   * complete.
   */
  private Future<?> queued(IpbxClient client, Promise<Void> held) {
    answers(Reply.of(200, Map.of(), "").after(held.future()), status(200));
    client.send(IpbxRequest.get("/first"));
    Await.until(() -> sent().size() == 1, "the only connection is taken");
    return client.send(IpbxRequest.get("/second"));
  }

  @Test
  void a_call_that_waited_for_a_connection_is_sent_with_the_newest_token() {
    Promise<Void> held = Promise.promise();
    IpbxClient client = ofOneConnection();
    Future<?> answer = queued(client, held);
    Await.result(client.tokens().refresh());

    held.complete();

    Await.result(answer);
    assertThat(sent()).extracting(Request::bearer).containsExactly("access-1", "access-2");
  }

  @Test
  void a_call_that_outlived_its_token_in_the_queue_gets_another_first() {
    Promise<Void> held = Promise.promise();
    Future<?> answer = queued(ofOneConnection(), held);
    world.time().advance(Duration.ofHours(2));

    held.complete();

    Await.result(answer);
    assertThat(sent()).extracting(Request::bearer).containsExactly("access-1", "access-2");
  }

  @Test
  void a_call_that_gets_no_token_after_the_queue_fails_and_gives_its_connection_back() {
    Promise<Void> held = Promise.promise();
    IpbxClient client = ofOneConnection();
    Future<?> answer = queued(client, held);
    script.onRefresh(request -> Reply.error(400, "invalid_client"));
    world.time().advance(Duration.ofMinutes(90));

    held.complete();

    assertThat(Await.failure(answer)).isInstanceOf(CredentialsRejectedException.class);
    assertThat(events(CallEvent.Retrying.class)).isEmpty();
    assertThat(sent()).hasSize(1);

    script.onRefresh(request -> script.next());
    world.time().advance(Duration.ofMillis(IpbxOptions.DEFAULT_REJECTION_MEMORY));
    Await.result(client.send(IpbxRequest.get("/third")));
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
}
