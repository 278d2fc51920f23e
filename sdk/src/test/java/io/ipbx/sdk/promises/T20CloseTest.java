package io.ipbx.sdk.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.ClientClosedException;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxOptions;
import io.ipbx.sdk.IpbxRequest;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.TokenEvent;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** T20: a close fails who waits, stops timers, and sends nothing more. */
@ExtendWith(VertxExtension.class)
class T20CloseTest {

  @Test
  void waiters_fail_at_once_and_nothing_is_left(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved().onPassword(request -> Reply.never());
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();
      List<Future<AccessToken>> waiting =
          IntStream.range(0, 100).mapToObj(i -> client.tokens().current()).toList();
      Future<?> call = client.send(IpbxRequest.get("/calls"));
      Future<AccessToken> user = client.impersonate("alice@example.com").tokens().current();
      Await.until(() -> !world.server().tokenRequests().isEmpty(), "a grant is sent");

      Await.result(client.close());

      assertThat(waiting)
          .extracting(Await::failure)
          .hasOnlyElementsOfType(ClientClosedException.class);
      assertThat(Await.failure(call)).isInstanceOf(ClientClosedException.class);
      assertThat(Await.failure(user)).isInstanceOf(ClientClosedException.class);
      Await.until(() -> world.time().pendingTimers() == 0, "no timer is left");
      Await.until(() -> world.server().openConnections() == 0, "no connection is left");
    }
  }

  @Test
  void a_close_during_a_pause_sends_no_further_attempt(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved().onPassword(request -> Reply.of(503, Map.of(), ""));
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();
      Future<AccessToken> waiting = client.tokens().current();
      Await.until(
          () ->
              world.events().stream().anyMatch(TokenEvent.GrantEnded.class::isInstance)
                  && world.time().pendingTimers() == 2,
          "the first pause");

      Await.result(client.close());
      Await.until(() -> world.time().pendingTimers() == 0, "no timer is left");
      world.time().advance(Duration.ofMinutes(1));

      assertThat(Await.failure(waiting)).isInstanceOf(ClientClosedException.class);
      assertThat(world.server().tokenRequests()).hasSize(1);
    }
  }

  @Test
  void a_closed_client_serves_nothing_not_even_a_valid_token(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = world.client();
      IpbxClient alice = client.impersonate("alice@example.com");
      Await.result(alice.tokens().current());

      Await.result(client.close());

      assertThat(Await.failure(client.tokens().current()))
          .isInstanceOf(ClientClosedException.class);
      assertThat(Await.failure(alice.tokens().current())).isInstanceOf(ClientClosedException.class);
      assertThat(Await.failure(client.send(IpbxRequest.get("/calls"))))
          .isInstanceOf(ClientClosedException.class);
      assertThat(Await.failure(client.tokens().refresh()))
          .isInstanceOf(ClientClosedException.class);
      assertThat(world.server().tokenRequests()).hasSize(2);
    }
  }

  @Test
  void an_api_call_under_way_fails_with_the_closed_error(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved().onApi(request -> Reply.never());
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();
      Future<?> call = client.send(IpbxRequest.get("/calls"));
      Await.until(() -> !world.server().apiCalls().isEmpty(), "the call is out");

      Await.result(client.close());

      assertThat(Await.failure(call)).isInstanceOf(ClientClosedException.class);
    }
  }

  @Test
  void it_is_told_on_the_context_of_who_closes(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = world.client();
      Context context = ((VertxInternal) vertx).createEventLoopContext();
      Promise<Context> told = Promise.promise();

      context.runOnContext(
          here -> client.close().onComplete(end -> told.complete(Vertx.currentContext())));

      assertThat(Await.result(told.future())).isSameAs(context);
    }
  }

  @Test
  void a_logout_that_the_server_was_to_be_told_of_ends_with_the_client(Vertx vertx) {
    for (int round = 0; round < 20; round++) {
      AuthScript script = AuthScript.wellBehaved();
      script.onApi(request -> Reply.never());
      try (World world = new World(vertx, script)) {
        IpbxClient client =
            world.client(world.options().setLogoutUrl(world.server().url() + "/logout"));
        Await.result(client.tokens().current());

        Future<Void> loggedOut = client.tokens().logout();
        Await.result(client.close());

        assertThat(Await.failure(loggedOut)).isInstanceOf(ClientClosedException.class);
      }
    }
  }

  @Test
  void calling_it_twice_is_fine_also_by_an_impersonating_client(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = world.client();

      Await.result(client.impersonate("alice@example.com").close());
      Await.result(client.close());

      assertThat(Await.failure(client.tokens().current()))
          .isInstanceOf(ClientClosedException.class);
    }
  }

  @Test
  void a_client_made_within_a_verticle_closes_with_it(Vertx vertx) {
    AtomicReference<IpbxClient> made = new AtomicReference<>();
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxOptions options = world.options();
      VerticleBase owner =
          new VerticleBase() {
            @Override
            public Future<?> start() {
              made.set(IpbxClient.create(vertx, options));
              return made.get().tokens().current();
            }
          };
      String id = Await.result(vertx.deployVerticle(owner));
      assertThat(made.get().tokens().current().succeeded()).isTrue();

      Await.result(vertx.undeploy(id));

      assertThat(Await.failure(made.get().tokens().current()))
          .isInstanceOf(ClientClosedException.class);
    }
  }
}
