package io.ipbx.sdk.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.CredentialsRejectedException;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.TokenUnavailableException;
import io.ipbx.sdk.UnexpectedReplyException;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.Credentials;
import io.ipbx.sdk.auth.TokenEvent;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Future;
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

  @Test
  void whoever_is_released_finds_the_new_token_in_service(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = world.client();

      Future<Boolean> served =
          client.tokens().current().map(token -> client.tokens().current().result() == token);

      assertThat(Await.result(served)).isTrue();
    }
  }

  @Test
  void whoever_is_failed_finds_the_slot_empty(Vertx vertx) {
    Queue<Reply> replies = new ArrayDeque<>();
    AuthScript script = AuthScript.wellBehaved();
    replies.add(Reply.error(400, "invalid_scope"));
    script.onPassword(request -> replies.isEmpty() ? script.next() : replies.remove());
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();

      Future<AccessToken> second =
          client
              .tokens()
              .current()
              .recover(
                  failure -> {
                    world.time().advance(Duration.ofMinutes(1));
                    return client.tokens().current();
                  });

      assertThat(Await.result(second).value()).isEqualTo("access-1");
      assertThat(world.server().tokenRequests()).hasSize(2);
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
