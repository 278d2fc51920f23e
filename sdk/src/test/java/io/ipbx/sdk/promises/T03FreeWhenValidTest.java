package io.ipbx.sdk.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.Tokens;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** T3: a valid token is served without a lock, without an allocation, complete already. */
@ExtendWith(VertxExtension.class)
class T03FreeWhenValidTest {

  @Test
  void a_valid_token_comes_as_one_completed_future(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = world.client();
      AccessToken token = Await.result(client.tokens().current());

      Future<AccessToken> again = client.tokens().current();

      assertThat(again.succeeded()).isTrue();
      assertThat(again.result()).isSameAs(token);
      assertThat(client.tokens().current()).isSameAs(again);
      assertThat(token.authorization()).isEqualTo("Bearer access-1");
      assertThat(token.authorization()).isSameAs(token.authorization());
    }
  }

  @Test
  void serving_a_valid_token_allocates_nothing(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      Tokens tokens = world.client().tokens();
      Await.result(tokens.current());
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      int calls = 1_000_000;
      serve(tokens, calls);

      long before = threads.getCurrentThreadAllocatedBytes();
      serve(tokens, calls);
      long allocated = threads.getCurrentThreadAllocatedBytes() - before;

      // Reading the counter itself costs a little, once.
      assertThat(allocated / (double) calls).isLessThan(0.1);
    }
  }

  private static void serve(Tokens tokens, int times) {
    for (int i = 0; i < times; i++) {
      if (!tokens.current().succeeded()) {
        throw new AssertionError("the token is not valid any more");
      }
    }
  }

  @Test
  void the_token_is_used_until_its_margin_and_not_after(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved().expiresIn(3600))) {
      IpbxClient client = world.client(world.options().setExpiryMargin(5_000));
      Await.result(client.tokens().current());

      world.time().advance(Duration.ofSeconds(3595).minusNanos(1));
      assertThat(client.tokens().current().result().value()).isEqualTo("access-1");
      world.time().advance(Duration.ofNanos(1));
      assertThat(Await.result(client.tokens().current()).value()).isEqualTo("access-2");
    }
  }

  @Test
  void a_short_token_keeps_nine_tenths_of_its_life(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved().expiresIn(20))) {
      IpbxClient client = world.client(world.options().setExpiryMargin(60_000).setRefreshAhead(1));
      Await.result(client.tokens().current());

      world.time().advance(Duration.ofSeconds(18).minusNanos(1));
      assertThat(client.tokens().current().result().value()).isEqualTo("access-1");
      assertThat(world.server().tokenRequests()).hasSize(1);

      world.time().advance(Duration.ofNanos(1));
      assertThat(Await.result(client.tokens().current()).value()).isEqualTo("access-2");
    }
  }
}
