package io.ipbx.sdk.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** T1: per identity at most one token request is in flight, whoever asks. */
@ExtendWith(VertxExtension.class)
class T01SingleFlightTest {

  private static final int CALLERS = 2_000;

  @Test
  void many_cold_callers_share_one_password_grant(Vertx vertx) {
    Promise<Void> gate = Promise.promise();
    AuthScript script = AuthScript.wellBehaved();
    try (World world =
        new World(vertx, script.onPassword(request -> script.nextAfter(gate.future())))) {
      IpbxClient client = world.client();

      List<Future<AccessToken>> tokens =
          IntStream.range(0, CALLERS).mapToObj(i -> client.tokens().current()).toList();
      Await.until(() -> !world.server().tokenRequests().isEmpty(), "a grant is sent");
      gate.complete();

      assertThat(tokens)
          .extracting(Await::result)
          .extracting(AccessToken::value)
          .containsOnly("access-1");
      assertThat(world.server().tokenRequests()).hasSize(1);
    }
  }

  @Test
  void at_expiry_many_callers_share_one_refresh(Vertx vertx) {
    Promise<Void> gate = Promise.promise();
    AuthScript script = AuthScript.wellBehaved();
    try (World world =
        new World(vertx, script.onRefresh(request -> script.nextAfter(gate.future())))) {
      IpbxClient client = world.client();
      Await.result(client.tokens().current());
      world.time().advance(Duration.ofHours(1));

      List<Future<AccessToken>> tokens =
          IntStream.range(0, CALLERS).mapToObj(i -> client.tokens().current()).toList();
      Await.until(() -> !world.server().grants("refresh_token").isEmpty(), "a refresh is sent");
      gate.complete();

      assertThat(tokens)
          .extracting(Await::result)
          .extracting(AccessToken::value)
          .containsOnly("access-2");
      assertThat(world.server().grants("refresh_token")).hasSize(1);
      assertThat(world.server().grants("password")).hasSize(1);
    }
  }

  @Test
  void callers_on_event_loops_workers_and_foreign_threads_race_without_a_second_request(Vertx vertx)
      throws Exception {
    AuthScript script = AuthScript.wellBehaved();
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();
      ExecutorService foreign = Executors.newFixedThreadPool(16);
      try {
        for (int round = 1; round <= 50; round++) {
          List<Future<AccessToken>> asked = raceOf(vertx, client, foreign);

          assertThat(asked)
              .extracting(Await::result)
              .extracting(AccessToken::value)
              .containsOnly("access-" + round);
          assertThat(world.server().tokenRequests()).hasSize(round);
          world.time().advance(Duration.ofHours(1));
        }
        assertThat(world.server().peakOfTokenRequests()).isEqualTo(1);
      } finally {
        foreign.shutdownNow();
      }
    }
  }

  private static List<Future<AccessToken>> raceOf(
      Vertx vertx, IpbxClient client, ExecutorService foreign) {
    CountDownLatch start = new CountDownLatch(1);
    Stream<Future<AccessToken>> outside =
        IntStream.range(0, 8)
            .mapToObj(
                i -> {
                  Promise<AccessToken> token = Promise.promise();
                  foreign.execute(
                      () -> {
                        awaitQuietly(start);
                        client.tokens().current().onComplete(token);
                      });
                  return token.future();
                });
    VertxInternal internal = (VertxInternal) vertx;
    Stream<Future<AccessToken>> inside =
        IntStream.range(0, 8)
            .mapToObj(
                i -> {
                  Context context =
                      i % 2 == 0
                          ? internal.createEventLoopContext()
                          : internal.createWorkerContext();
                  Promise<AccessToken> token = Promise.promise();
                  foreign.execute(
                      () -> {
                        awaitQuietly(start);
                        context.runOnContext(go -> client.tokens().current().onComplete(token));
                      });
                  return token.future();
                });
    List<Future<AccessToken>> all = Stream.concat(outside, inside).toList();
    start.countDown();
    return all;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void a_forced_refresh_joins_the_flight_in_the_air(Vertx vertx) {
    Promise<Void> gate = Promise.promise();
    AuthScript script = AuthScript.wellBehaved();
    try (World world =
        new World(vertx, script.onPassword(request -> script.nextAfter(gate.future())))) {
      IpbxClient client = world.client();

      Future<AccessToken> asked = client.tokens().current();
      Future<AccessToken> forced = client.tokens().refresh();
      gate.complete();

      assertThat(Await.result(asked)).isSameAs(Await.result(forced));
      assertThat(world.server().tokenRequests()).hasSize(1);
    }
  }

  @Test
  void a_forced_refresh_leaves_the_valid_token_in_service_meanwhile(Vertx vertx) {
    Promise<Void> gate = Promise.promise();
    AuthScript script = AuthScript.wellBehaved();
    try (World world =
        new World(vertx, script.onRefresh(request -> script.nextAfter(gate.future())))) {
      IpbxClient client = world.client();
      AccessToken first = Await.result(client.tokens().current());

      Future<AccessToken> forced = client.tokens().refresh();

      assertThat(client.tokens().current().result()).isSameAs(first);
      gate.complete();
      assertThat(Await.result(forced).value()).isEqualTo("access-2");
      assertThat(client.tokens().current().result().value()).isEqualTo("access-2");
    }
  }
}
