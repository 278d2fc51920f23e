package io.ipbx.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.Reply;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** After what pause a call is sent again, and what bounds retries in an outage. */
class RetryPausesTest extends CallsInTrouble {

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
}
