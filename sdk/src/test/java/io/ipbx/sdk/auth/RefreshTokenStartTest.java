package io.ipbx.sdk.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.CredentialsRejectedException;
import io.ipbx.sdk.InvalidRequestException;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxOptions;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.Request;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client that begins with a refresh token got elsewhere. */
@ExtendWith(VertxExtension.class)
class RefreshTokenStartTest {

  private static final String GIVEN = "given-refresh-token";

  private static IpbxOptions tokenOnly(World world) {
    return world.options().setUsername(null).setPassword(null).setRefreshToken(GIVEN);
  }

  @Test
  void it_goes_on_with_that_session(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = world.client(tokenOnly(world));
      for (int i = 0; i < 3; i++) {
        Await.result(client.tokens().current());
        world.time().advance(Duration.ofHours(1));
      }

      assertThat(world.server().grants("refresh_token"))
          .extracting(request -> request.field("refresh_token"))
          .containsExactly(GIVEN, "refresh-1", "refresh-2");
      assertThat(world.server().grants("password")).isEmpty();
    }
  }

  @Test
  void a_refusal_says_that_there_is_no_password(Vertx vertx) {
    AuthScript script =
        AuthScript.wellBehaved().onRefresh(request -> Reply.error(400, "invalid_grant"));
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client(tokenOnly(world));

      for (int i = 0; i < 10; i++) {
        assertThat(Await.failure(client.tokens().current()))
            .isInstanceOf(CredentialsRejectedException.class)
            .hasMessageContaining("no password")
            .hasMessageContaining("invalid_grant")
            .hasMessageNotContaining(GIVEN);
      }
      assertThat(world.server().tokenRequests()).hasSize(1);
    }
  }

  @Test
  void a_session_that_ends_later_is_not_begun_again_with_the_old_token(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved();
    try (World world = new World(vertx, script)) {
      AtomicReference<Credentials> supplied =
          new AtomicReference<>(Credentials.ofRefreshToken(GIVEN));
      IpbxClient client =
          world.keep(
              world
                  .builder(world.options())
                  .withCredentials(() -> Future.succeededFuture(supplied.get()))
                  .build());
      Await.result(client.tokens().current());
      script.onRefresh(request -> Reply.error(400, "invalid_grant"));
      world.time().advance(Duration.ofHours(1));

      assertThat(Await.failure(client.tokens().current()))
          .isInstanceOf(CredentialsRejectedException.class)
          .hasMessageContaining("no password");
      assertThat(world.server().grants("refresh_token")).hasSize(2);

      supplied.set(Credentials.ofRefreshToken("another"));
      script.onRefresh(request -> script.next());
      assertThat(Await.result(client.tokens().current()).value()).isEqualTo("access-2");
      assertThat(world.server().grants("refresh_token").get(2).field("refresh_token"))
          .isEqualTo("another");
    }
  }

  @Test
  void with_a_password_beside_it_a_refusal_leads_to_a_login_in_the_same_flight(Vertx vertx) {
    AuthScript script =
        AuthScript.wellBehaved().onRefresh(request -> Reply.error(400, "invalid_grant"));
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client(world.options().setRefreshToken(GIVEN));

      assertThat(Await.result(client.tokens().current()).value()).isEqualTo("access-1");
      client.tokens().invalidate(client.tokens().current().result());
      Await.result(client.tokens().current());

      assertThat(world.server().grants("refresh_token"))
          .extracting(request -> request.field("refresh_token"))
          .containsExactly(GIVEN, "refresh-1");
      assertThat(world.server().grants("password")).hasSize(2);
    }
  }

  @Test
  void only_a_refusal_leads_from_it_to_the_password(Vertx vertx) {
    AuthScript script =
        AuthScript.wellBehaved().onRefresh(request -> Reply.error(400, "invalid_scope"));
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client(world.options().setRefreshToken(GIVEN));

      assertThat(Await.failure(client.tokens().current()))
          .isInstanceOf(InvalidRequestException.class);
      assertThat(world.server().grants("password")).isEmpty();
    }
  }

  @Test
  void credentials_come_from_json_and_the_environment_too(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      JsonObject vault =
          new JsonObject().put("username", World.USERNAME).put("password", World.PASSWORD);
      Promise<JsonObject> read = Promise.promise();
      IpbxClient client =
          world.keep(
              world
                  .builder(world.options().setUsername(null).setPassword(null))
                  .withCredentials(() -> read.future().map(Credentials::fromJson))
                  .build());
      Future<AccessToken> token = client.tokens().current();
      read.complete(vault);
      Await.result(token);

      Request login = world.server().grants("password").get(0);
      assertThat(login.field("username")).isEqualTo(World.USERNAME);
      assertThat(login.field("password")).isEqualTo(World.PASSWORD);
    }
  }
}
