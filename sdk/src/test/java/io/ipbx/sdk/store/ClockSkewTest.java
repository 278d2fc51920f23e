package io.ipbx.sdk.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxRequest;
import io.ipbx.sdk.testing.Await;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** T16: a node whose wall clock is wrong harms nobody. */
@ExtendWith(VertxExtension.class)
class ClockSkewTest {

  private static final int ROUNDS = 4;

  @ParameterizedTest
  @ValueSource(longs = {-86_400, -7_000, -1_800, -3, 3, 1_800, 7_000, 86_400})
  void calls_go_through_and_no_family_is_lost(long seconds, Vertx vertx) {
    AtomicLong wall = new AtomicLong(System.currentTimeMillis());
    long skew = Duration.ofSeconds(seconds).toMillis();
    try (Fleet fleet = new Fleet(vertx)) {
      List<IpbxClient> clients =
          List.of(
              fleet.client(vertx, SharedDataTokenStore.create(vertx, wall::get)),
              fleet.client(vertx, SharedDataTokenStore.create(vertx, () -> wall.get() + skew)));

      for (int quarter = 0; quarter < 4 * ROUNDS; quarter++) {
        for (IpbxClient client : clients) {
          assertThat(Await.result(client.send(IpbxRequest.get("/calls"))).statusCode())
              .isEqualTo(200);
        }
        fleet.timePasses(Duration.ofMinutes(15));
        wall.addAndGet(Duration.ofMinutes(15).toMillis());
      }

      assertThat(fleet.mock().stats().byOutcome()).containsOnlyKeys("ok");
      boolean beyondTheRefreshTokensLife = seconds > 7_200;
      assertThat(fleet.mock().stats().grants("password"))
          .isLessThanOrEqualTo(beyondTheRefreshTokensLife ? 1 + ROUNDS : 1);
      assertThat(fleet.mock().stats().grants("refresh_token")).isBetween(3L, 2L * ROUNDS);
    }
  }
}
