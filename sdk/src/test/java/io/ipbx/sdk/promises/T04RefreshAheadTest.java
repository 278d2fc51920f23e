package io.ipbx.sdk.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxOptions;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.Credentials;
import io.ipbx.sdk.auth.TokenEvent;
import io.ipbx.sdk.auth.TokenEvent.Reason;
import io.ipbx.sdk.auth.Tokens;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** T4: late in a token's life a use renews it, and callers keep the valid one meanwhile. */
@ExtendWith(VertxExtension.class)
class T04RefreshAheadTest {

  private static final Duration DUE = Duration.ofMinutes(48);

  private static IpbxOptions exactly(World world) {
    return world.options().setRefreshJitter(0);
  }

  private static String served(IpbxClient client) {
    return client.tokens().current().result().value();
  }

  private static boolean inFlight(IpbxClient client) {
    return client.tokens().status().inFlight();
  }

  private static List<Reason> reasons(World world) {
    return world.events().stream()
        .filter(TokenEvent.FlightStarted.class::isInstance)
        .map(event -> ((TokenEvent.FlightStarted) event).reason())
        .toList();
  }

  @Test
  void a_late_use_starts_one_flight_and_callers_keep_the_token_meanwhile(Vertx vertx) {
    Promise<Void> gate = Promise.promise();
    AuthScript script = AuthScript.wellBehaved();
    script.onRefresh(request -> script.nextAfter(gate.future()));
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client(exactly(world));
      Await.result(client.tokens().current());

      world.time().advance(DUE.minusNanos(1));
      assertThat(served(client)).isEqualTo("access-1");
      assertThat(inFlight(client)).isFalse();

      world.time().advance(Duration.ofNanos(1));
      for (int i = 0; i < 1_000; i++) {
        assertThat(served(client)).isEqualTo("access-1");
      }
      Await.until(() -> !world.server().grants("refresh_token").isEmpty(), "a refresh is sent");
      assertThat(served(client)).isEqualTo("access-1");

      gate.complete();
      Await.until(() -> served(client).equals("access-2"), "the new token is served");
      assertThat(world.server().tokenRequests()).hasSize(2);
      assertThat(reasons(world)).containsExactly(Reason.NEEDED, Reason.AHEAD);
    }
  }

  @Test
  void a_short_token_with_a_wide_margin_is_not_renewed_at_each_call(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved().expiresIn(20))) {
      IpbxClient client = world.client(exactly(world).setExpiryMargin(60_000));
      Await.result(client.tokens().current());
      for (int second = 1; second < 16; second++) {
        world.time().advance(Duration.ofSeconds(1));
        assertThat(served(client)).isEqualTo("access-1");
        assertThat(inFlight(client)).isFalse();
      }

      world.time().advance(Duration.ofSeconds(1));
      assertThat(served(client)).isEqualTo("access-1");
      Await.until(() -> served(client).equals("access-2"), "the new token is served");

      assertThat(inFlight(client)).isFalse();
      assertThat(world.server().tokenRequests()).hasSize(2);
    }
  }

  @Test
  void when_a_token_comes_due_differs_from_token_to_token(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      int due = 0;
      for (int i = 0; i < 40; i++) {
        IpbxClient client = world.client(world.options().setRefreshJitter(0.1));
        Await.result(client.tokens().current());
        due += (int) (dueAfter(world, client).toMinutes() - DUE.toMinutes()) > 0 ? 1 : 0;
        Await.result(client.close());
      }
      assertThat(due).isBetween(5, 35);
    }
  }

  private static Duration dueAfter(World world, IpbxClient client) {
    Duration passed = Duration.ZERO;
    while (!inFlight(client)
        && served(client).equals("access-" + world.server().requests().size())) {
      world.time().advance(Duration.ofMinutes(1));
      passed = passed.plusMinutes(1);
    }
    return passed;
  }

  @Test
  void an_access_kept_warm_gets_another_look_after_its_credentials_were_rejected(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved();
    try (World world = new World(vertx, script)) {
      IpbxOptions options = exactly(world).setKeepWarm(true);
      AtomicReference<String> password = new AtomicReference<>("old");
      IpbxClient client =
          world.keep(
              world
                  .builder(options)
                  .withCredentials(
                      () -> Future.succeededFuture(new Credentials(World.USERNAME, password.get())))
                  .build());
      Await.result(client.tokens().current());
      Await.until(() -> world.time().untilNext().equals(DUE), "the timer is set");
      script.onRefresh(request -> Reply.error(400, "invalid_grant"));
      script.onPassword(request -> Reply.error(400, "invalid_grant"));
      world.time().advance(DUE);
      Await.until(() -> world.server().grants("password").size() == 2, "the password is tried");
      Await.until(
          () -> world.events().stream().anyMatch(TokenEvent.FlightFailed.class::isInstance),
          "it is rejected");
      Duration memory = Duration.ofMillis(IpbxOptions.DEFAULT_REJECTION_MEMORY);
      Await.until(() -> world.time().untilNext().equals(memory), "the next look is set");

      password.set("new");
      script.onPassword(request -> script.next());
      world.time().advance(memory);

      Await.until(() -> world.server().grants("password").size() == 3, "the new one is tried");
    }
  }

  @Test
  void it_can_be_done_without(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = world.client(world.options().setRefreshAhead(1).setExpiryMargin(0));
      Await.result(client.tokens().current());

      world.time().advance(Duration.ofHours(1).minusNanos(1));

      assertThat(served(client)).isEqualTo("access-1");
      assertThat(inFlight(client)).isFalse();
    }
  }

  @Test
  void users_are_renewed_ahead_as_well(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient alice = world.client(exactly(world)).impersonate("alice@example.com");
      Await.result(alice.tokens().current());
      world.time().advance(DUE);

      assertThat(served(alice)).isEqualTo("access-2");

      Await.until(() -> !served(alice).equals("access-2"), "the new token is served");
      assertThat(world.server().requests(request -> request.target().equals("/token-exchange")))
          .hasSize(2);
    }
  }

  @Test
  void serving_late_in_a_tokens_life_allocates_nothing_either(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved().onRefresh(request -> Reply.never());
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client(exactly(world));
      Tokens tokens = client.tokens();
      Await.result(tokens.current());
      world.time().advance(DUE);
      serve(tokens, 200_000);
      assertThat(inFlight(client)).isTrue();

      assertThat(allocated(tokens)).isLessThan(0.1);
      world.time().advance(Duration.ofSeconds(20));
      Await.until(() -> tokens.status().pause().toNanos() > 0, "the flight failed");
      serve(tokens, 200_000);

      assertThat(allocated(tokens)).isLessThan(0.1);
    }
  }

  private static double allocated(Tokens tokens) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    serve(tokens, 500_000);
    return (threads.getCurrentThreadAllocatedBytes() - before) / 500_000.0;
  }

  private static void serve(Tokens tokens, int times) {
    for (int i = 0; i < times; i++) {
      if (!tokens.current().succeeded()) {
        throw new AssertionError("no token is served");
      }
    }
  }

  @Test
  void a_token_kept_warm_is_renewed_without_a_caller(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = world.client(exactly(world).setKeepWarm(true));
      Await.result(client.tokens().current());
      for (int round = 1; round <= 3; round++) {
        int renewed = round;
        Await.until(() -> world.time().untilNext().equals(DUE), "the timer is set");
        world.time().advance(DUE);
        Await.until(() -> world.server().grants("refresh_token").size() == renewed, "a refresh");
        Await.until(() -> served(client).equals("access-" + (renewed + 1)), "it is served");
      }
      assertThat(reasons(world))
          .containsExactly(Reason.NEEDED, Reason.WARM, Reason.WARM, Reason.WARM);

      Await.result(client.close());
      Await.until(() -> world.time().pendingTimers() == 0, "no timer is left");
    }
  }

  @Test
  void keeping_warm_goes_on_after_a_failure_and_ends_with_a_logout(Vertx vertx) {
    AtomicInteger failures = new AtomicInteger(1);
    AuthScript script = AuthScript.wellBehaved();
    script.onRefresh(
        request ->
            failures.getAndDecrement() > 0 ? Reply.error(400, "invalid_scope") : script.next());
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client(exactly(world).setKeepWarm(true));
      AccessToken first = Await.result(client.tokens().current());
      Await.until(() -> world.time().pendingTimers() == 1, "the timer is set");
      world.time().advance(DUE);
      Await.until(() -> client.tokens().status().pause().toNanos() > 0, "the flight failed");
      Await.until(
          () -> world.time().pendingTimers() == 1 && world.time().untilNext().toMillis() <= 400,
          "the timer is set");
      assertThat(client.tokens().current().result()).isSameAs(first);

      world.time().advance(Duration.ofMillis(400));
      Await.until(() -> served(client).equals("access-2"), "it is served");

      Await.result(client.tokens().logout());
      Await.until(() -> world.time().pendingTimers() == 0, "no timer is left");
      world.time().advance(Duration.ofHours(2));
      assertThat(inFlight(client)).isFalse();
    }
  }
}
