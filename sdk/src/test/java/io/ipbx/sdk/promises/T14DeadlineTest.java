package io.ipbx.sdk.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxRequest;
import io.ipbx.sdk.RequestTimeoutException;
import io.ipbx.sdk.ServerErrorException;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.Credentials;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** T14: a flight has its own deadline, a waiter has his. */
@ExtendWith(VertxExtension.class)
class T14DeadlineTest {

  @Test
  void a_flight_that_gets_no_answer_ends_at_its_deadline(Vertx vertx) {
    try (World world =
        new World(vertx, AuthScript.wellBehaved().onPassword(request -> Reply.never()))) {
      IpbxClient client =
          world.client(world.options().setAuthTimeout(60_000).setFlightTimeout(15_000));
      Future<AccessToken> token = client.tokens().current();
      Await.until(() -> !world.server().tokenRequests().isEmpty(), "a grant is sent");

      world.time().advance(Duration.ofSeconds(15).minusMillis(1));
      assertThat(token.isComplete()).isFalse();
      world.time().advance(Duration.ofMillis(1));

      assertThat(Await.failure(token)).isInstanceOf(RequestTimeoutException.class);
      Await.until(() -> world.time().pendingTimers() == 0, "no timer is left");
      Await.until(() -> world.server().openConnections() == 0, "nothing is left on the wire");
    }
  }

  @Test
  void a_flight_that_was_tried_again_says_why(Vertx vertx) {
    AtomicInteger tries = new AtomicInteger();
    AuthScript script =
        AuthScript.wellBehaved()
            .onPassword(
                request ->
                    tries.getAndIncrement() == 0 ? Reply.of(503, Map.of(), "") : Reply.never());
    try (World world = new World(vertx, script)) {
      IpbxClient client =
          world.client(
              world
                  .options()
                  .setBackoffMin(1_000)
                  .setBackoffMax(1_000)
                  .setAuthTimeout(60_000)
                  .setFlightTimeout(15_000));
      Future<AccessToken> token = client.tokens().current();
      Await.until(() -> world.time().untilNext().equals(Duration.ofSeconds(1)), "the pause");
      world.time().advance(Duration.ofSeconds(1));
      Await.until(() -> world.server().tokenRequests().size() == 2, "it is tried again");

      world.time().advance(Duration.ofSeconds(14));

      assertThat(Await.failure(token))
          .isInstanceOf(RequestTimeoutException.class)
          .hasMessageContaining("the last try before failed")
          .hasCauseInstanceOf(ServerErrorException.class);
    }
  }

  @Test
  void a_credentials_supplier_that_never_answers_ends_with_the_flight(Vertx vertx) {
    Promise<Credentials> late = Promise.promise();
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client =
          world.keep(world.builder(world.options()).withCredentials(late::future).build());
      Future<AccessToken> token = client.tokens().current();
      Await.until(() -> world.time().pendingTimers() == 1, "the flight has its timer");

      world.time().advance(Duration.ofMinutes(1));

      assertThat(Await.failure(token)).isInstanceOf(RequestTimeoutException.class);
      late.complete(new Credentials(World.USERNAME, World.PASSWORD));
      world.time().advance(Duration.ofMinutes(1));
      assertThat(Await.result(client.tokens().current()).value()).isEqualTo("access-1");
      assertThat(world.server().tokenRequests()).hasSize(1);
    }
  }

  @Test
  void a_call_that_waits_too_long_fails_alone(Vertx vertx) {
    Promise<Void> gate = Promise.promise();
    AuthScript script = AuthScript.wellBehaved();
    try (World world =
        new World(vertx, script.onPassword(request -> script.nextAfter(gate.future())))) {
      IpbxClient client = world.client(world.options().setRequestTimeout(2_000));
      Future<?> early = client.send(IpbxRequest.get("/a"));
      Await.until(() -> !world.server().tokenRequests().isEmpty(), "a grant is sent");
      world.time().advance(Duration.ofSeconds(1));
      Future<?> later = client.send(IpbxRequest.get("/b"));

      world.time().advance(Duration.ofSeconds(1));

      assertThat(Await.failure(early)).isInstanceOf(RequestTimeoutException.class);
      gate.complete();
      Await.result(later);
      assertThat(world.server().apiCalls()).hasSize(1);
    }
  }
}
