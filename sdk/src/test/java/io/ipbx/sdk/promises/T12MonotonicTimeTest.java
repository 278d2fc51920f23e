package io.ipbx.sdk.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** T12: lifetimes count from the sending of the request, on a clock that never jumps. */
@ExtendWith(VertxExtension.class)
class T12MonotonicTimeTest {

  @Test
  void what_the_network_took_is_not_counted_as_life(Vertx vertx) {
    Promise<Void> gate = Promise.promise();
    AuthScript script = AuthScript.wellBehaved().expiresIn(100);
    try (World world =
        new World(vertx, script.onPassword(request -> script.nextAfter(gate.future())))) {
      IpbxClient client = world.client(world.options().setExpiryMargin(0));
      Future<AccessToken> token = client.tokens().current();
      Await.until(() -> !world.server().tokenRequests().isEmpty(), "a grant is sent");
      world.time().advance(Duration.ofSeconds(8));
      Instant sent = world.time().instant().minusSeconds(8);
      gate.complete();

      assertThat(Await.result(token).expiresAt()).isEqualTo(sent.plusSeconds(100));
      world.time().advance(Duration.ofSeconds(92).minusNanos(1));
      assertThat(client.tokens().current().result()).isSameAs(token.result());
      world.time().advance(Duration.ofNanos(1));
      assertThat(Await.result(client.tokens().current()).value()).isEqualTo("access-2");
    }
  }

  @Test
  void a_jump_of_the_wall_clock_changes_nothing(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = world.client();
      AccessToken token = Await.result(client.tokens().current());

      world.time().setWallClock(Instant.parse("2036-01-01T00:00:00Z"));
      assertThat(client.tokens().current().result()).isSameAs(token);
      world.time().setWallClock(Instant.EPOCH);
      assertThat(client.tokens().current().result()).isSameAs(token);

      world.time().advance(Duration.ofHours(1));
      assertThat(Await.result(client.tokens().current()).value()).isEqualTo("access-2");
    }
  }

  @Test
  void the_counter_may_overflow_during_a_tokens_life(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = world.client();
      AccessToken token = Await.result(client.tokens().current());
      long before = world.time().nanoTime();

      world.time().advance(Duration.ofMinutes(10));

      assertThat(world.time().nanoTime()).isNegative();
      assertThat(before).isPositive();
      assertThat(client.tokens().current().result()).isSameAs(token);
    }
  }
}
