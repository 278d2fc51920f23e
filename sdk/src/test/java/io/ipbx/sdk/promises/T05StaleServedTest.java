package io.ipbx.sdk.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.TokenPausedException;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.TokenEvent;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** T5: a background refresh that fails neither fails nor delays who still has a valid token. */
@ExtendWith(VertxExtension.class)
class T05StaleServedTest {

  static Stream<Arguments> troubles() {
    return Stream.of(
        trouble("503", () -> Reply.of(503, Map.of(), "")),
        trouble("refused", () -> Reply.error(400, "invalid_client")),
        trouble("cut", Reply::cut),
        trouble("silence", Reply::never),
        trouble("nonsense", () -> Reply.of(200, "text/html", "<html>")),
        trouble("long wait", () -> Reply.of(429, Map.of("Retry-After", "86400"), "")));
  }

  private static Arguments trouble(String name, Supplier<Reply> reply) {
    return Arguments.of(name, reply);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("troubles")
  void the_valid_token_is_served_until_its_end(String name, Supplier<Reply> reply, Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved().onRefresh(request -> reply.get());
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client(world.options().setRefreshJitter(0).setExpiryMargin(0));
      AccessToken token = Await.result(client.tokens().current());
      world.time().advance(Duration.ofMinutes(48));
      assertThat(client.tokens().current().result()).isSameAs(token);
      Await.until(() -> !world.server().grants("refresh_token").isEmpty(), "a refresh is sent");

      for (int minute = 48; minute < 60; minute++) {
        for (int i = 0; i < 20; i++) {
          Future<AccessToken> served = client.tokens().current();
          assertThat(served.succeeded()).isTrue();
          assertThat(served.result()).isSameAs(token);
          world.time().advance(Duration.ofSeconds(3).minusNanos(1));
        }
      }

      assertThat(world.server().grants("password")).hasSize(1);
      assertThat(world.events())
          .filteredOn(TokenEvent.FlightFailed.class::isInstance)
          .allSatisfy(
              failed -> assertThat(((TokenEvent.FlightFailed) failed).waiters().count()).isZero());
    }
  }

  @Test
  void after_its_end_the_failure_is_told_at_once(Vertx vertx) {
    AuthScript script =
        AuthScript.wellBehaved()
            .onRefresh(request -> Reply.of(429, Map.of("Retry-After", "3600"), ""));
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();
      Await.result(client.tokens().current());
      world.time().advance(Duration.ofMinutes(55));
      client.tokens().current();
      Await.until(() -> client.tokens().status().pause().toNanos() > 0, "the flight failed");

      world.time().advance(Duration.ofMinutes(5));

      assertThat(client.tokens().current().cause()).isInstanceOf(TokenPausedException.class);
    }
  }
}
