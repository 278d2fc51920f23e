package io.ipbx.sdk.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.MockIpbx;
import io.ipbx.mock.MockOptions;
import io.ipbx.mock.MockSettings;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxOptions;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.ManualTime;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.Request;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** T9: the newest refresh token wins, and none is ever presented twice at once. */
@ExtendWith(VertxExtension.class)
class T09RotationTest {

  @Test
  void each_refresh_presents_what_the_one_before_brought(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = world.client();
      for (int i = 0; i < 4; i++) {
        Await.result(client.tokens().current());
        world.time().advance(Duration.ofHours(1));
      }

      assertThat(world.server().grants("refresh_token"))
          .extracting(request -> request.field("refresh_token"))
          .containsExactly("refresh-1", "refresh-2", "refresh-3");
    }
  }

  @Test
  void one_left_out_of_a_reply_keeps_the_old_one(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved();
    script.onRefresh(
        request ->
            Reply.json(200, new JsonObject().put("access_token", "bare").put("expires_in", 1_800)));
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();
      Await.result(client.tokens().current());
      world.time().advance(Duration.ofHours(1));
      Await.result(client.tokens().current());
      world.time().advance(Duration.ofMinutes(30));
      Await.result(client.tokens().current());

      assertThat(world.server().grants("refresh_token"))
          .extracting(request -> request.field("refresh_token"))
          .containsExactly("refresh-1", "refresh-1");
      assertThat(world.server().grants("password")).hasSize(1);
    }
  }

  @Test
  void a_reply_lost_after_the_server_rotated_costs_one_password_grant_in_the_same_flight(
      Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved();
    script.onRefresh(
        request ->
            isFirst(request) ? script.next().cutInHalf() : Reply.error(400, "invalid_grant"));
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();
      Await.result(client.tokens().current());
      world.time().advance(Duration.ofHours(1));

      Future<AccessToken> token = client.tokens().current();
      Await.until(
          () -> {
            world.time().advance(Duration.ofMillis(10));
            return token.isComplete();
          },
          "the flight lands");

      assertThat(token.result().value()).isEqualTo("access-3");
      assertThat(world.server().grants("refresh_token")).hasSize(2);
      assertThat(world.server().grants("password")).hasSize(2);
    }
  }

  private static boolean isFirst(Request refresh) {
    return refresh.number() == 1;
  }

  @Test
  void a_rotating_server_with_reuse_detection_never_sees_a_token_twice(Vertx vertx) {
    MockSettings rotating = new MockSettings().setRotateRefreshTokens(true);
    MockIpbx mock =
        Await.result(MockIpbx.start(vertx, new MockOptions().setPort(0).setSettings(rotating)));
    ManualTime time = new ManualTime();
    IpbxClient client =
        IpbxClient.builder(vertx)
            .with(
                new IpbxOptions()
                    .setAuthUrl(mock.url())
                    .setApiUrl(mock.url())
                    .setUsername(World.USERNAME)
                    .setPassword(World.PASSWORD))
            .withTime(time)
            .build();
    try {
      Await.result(client.tokens().current());
      for (int round = 1; round <= 5; round++) {
        mock.clock().advance(Duration.ofHours(1));
        time.advance(Duration.ofHours(1));
        List<Future<AccessToken>> callers =
            IntStream.range(0, 500).mapToObj(i -> client.tokens().current()).toList();
        callers.forEach(Await::result);
        assertThat(mock.stats().grants("refresh_token")).isEqualTo(round);
      }
      assertThat(mock.stats().grants("password")).isEqualTo(1);
      assertThat(mock.stats().of(World.USERNAME).peak()).isEqualTo(1);
      assertThat(mock.stats().byOutcome()).containsOnlyKeys("ok");
    } finally {
      Await.result(client.close());
      Await.result(mock.stop());
    }
  }
}
