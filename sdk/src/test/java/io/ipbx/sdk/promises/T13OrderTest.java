package io.ipbx.sdk.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.CredentialsRejectedException;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.TokenUnavailableException;
import io.ipbx.sdk.UnexpectedReplyException;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.Credentials;
import io.ipbx.sdk.auth.TokenEvent;
import io.ipbx.sdk.auth.Tokens;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.World;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T13: tokens are published, then the slot is emptied, then waiters go; on every path. */
@ExtendWith(VertxExtension.class)
class T13OrderTest {

  private static final Future<Credentials> GOOD =
      Future.succeededFuture(new Credentials(World.USERNAME, World.PASSWORD));

  /**
   * Has a caller wait for the flight that is up, and his worker pool is gone before it lands. So he
   * is told within the landing, and what comes after it is not done yet.
   */
  private static void waitWithin(Vertx vertx, World world, Runnable call) {
    VerticleBase caller =
        new VerticleBase() {
          @Override
          public Future<?> start() {
            call.run();
            return Future.succeededFuture();
          }
        };
    DeploymentOptions ownPool =
        new DeploymentOptions()
            .setThreadingModel(ThreadingModel.WORKER)
            .setWorkerPoolName("short-lived")
            .setWorkerPoolSize(1);
    String id = Await.result(vertx.deployVerticle(caller, ownPool));
    Await.until(() -> !world.server().tokenRequests().isEmpty(), "a grant is sent");
    Await.result(vertx.undeploy(id));
  }

  @Test
  void whoever_is_released_finds_the_new_token_in_service(Vertx vertx) {
    Promise<Void> gate = Promise.promise();
    Promise<Boolean> served = Promise.promise();
    AuthScript script = AuthScript.wellBehaved();
    script.onPassword(request -> script.nextAfter(gate.future()));
    try (World world = new World(vertx, script)) {
      Tokens tokens = world.client().tokens();
      waitWithin(
          vertx,
          world,
          () -> tokens.current().map(token -> isServed(tokens, token)).onComplete(served));

      gate.complete();

      assertThat(Await.result(served.future())).isTrue();
    }
  }

  private static boolean isServed(Tokens tokens, AccessToken token) {
    return tokens.status().remaining() != null && tokens.current().result() == token;
  }

  @Test
  void whoever_is_failed_finds_the_slot_empty(Vertx vertx) {
    Promise<Void> gate = Promise.promise();
    Promise<Boolean> inFlight = Promise.promise();
    AuthScript script = AuthScript.wellBehaved();
    script.onPassword(request -> Reply.error(400, "invalid_scope").after(gate.future()));
    try (World world = new World(vertx, script)) {
      Tokens tokens = world.client().tokens();
      waitWithin(
          vertx,
          world,
          () -> tokens.current().onFailure(why -> inFlight.complete(tokens.status().inFlight())));

      gate.complete();

      assertThat(Await.result(inFlight.future())).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"throws", "returns null", "fails"})
  void a_broken_credentials_supplier_fails_this_call_and_not_the_next(String how, Vertx vertx) {
    Queue<Supplier<Future<Credentials>>> suppliers = new ArrayDeque<>();
    suppliers.add(broken(how));
    suppliers.add(() -> GOOD);
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client =
          world.keep(
              world
                  .builder(world.options().setUsername(null).setPassword(null))
                  .withCredentials(() -> suppliers.remove().get())
                  .build());

      assertThat(Await.failure(client.tokens().current()))
          .isInstanceOf(TokenUnavailableException.class);
      world.time().advance(Duration.ofMinutes(1));
      assertThat(Await.result(client.tokens().current()).value()).isEqualTo("access-1");
    }
  }

  @SuppressWarnings("NullAway") // what a careless supplier does
  private static Supplier<Future<Credentials>> broken(String how) {
    return switch (how) {
      case "throws" ->
          () -> {
            throw new IllegalStateException("vault sealed");
          };
      case "returns null" -> () -> null;
      default -> () -> Future.failedFuture("vault sealed");
    };
  }

  @Test
  void an_undecodable_reply_empties_the_slot(Vertx vertx) {
    Queue<Reply> replies = new ArrayDeque<>();
    AuthScript script = AuthScript.wellBehaved();
    replies.add(Reply.of(200, "application/json", "{\"access_token\":"));
    script.onPassword(request -> replies.isEmpty() ? script.next() : replies.remove());
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();

      assertThat(Await.failure(client.tokens().current()))
          .isInstanceOf(UnexpectedReplyException.class);
      world.time().advance(Duration.ofMinutes(1));
      assertThat(Await.result(client.tokens().current()).value()).isEqualTo("access-1");
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class})
  void a_listener_that_throws_keeps_no_flight_from_landing(
      Class<? extends Throwable> thrown, Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client =
          world.keep(
              world
                  .builder(world.options())
                  .withTokenListener(
                      event -> {
                        if (thrown == StackOverflowError.class) {
                          throw new StackOverflowError("listener");
                        }
                        throw new IllegalStateException("listener");
                      })
                  .build());

      assertThat(Await.result(client.tokens().current()).value()).isEqualTo("access-1");
    }
  }

  @Test
  void what_happens_is_told_in_its_order(Vertx vertx) {
    Queue<Reply> replies = new ArrayDeque<>();
    AuthScript script = AuthScript.wellBehaved();
    replies.add(Reply.error(401, "invalid_client"));
    script.onPassword(request -> replies.isEmpty() ? script.next() : replies.remove());
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();
      Await.failure(client.tokens().current());
      world.time().advance(Duration.ofMinutes(1));
      AccessToken token = Await.result(client.tokens().current());
      client.tokens().invalidate(token);

      List<TokenEvent> events = world.events();

      assertThat(events)
          .extracting(event -> event.getClass().getSimpleName())
          .containsExactly(
              "FlightStarted",
              "GrantEnded",
              "CredentialsBarred",
              "FlightFailed",
              "FlightStarted",
              "GrantEnded",
              "FlightLanded",
              "TokenInvalidated");
      assertThat(((TokenEvent.FlightFailed) events.get(3)).cause())
          .isInstanceOf(CredentialsRejectedException.class);
      assertThat(events)
          .allSatisfy(event -> assertThat(event.identity()).isEqualTo(client.tokens().identity()));
    }
  }
}
