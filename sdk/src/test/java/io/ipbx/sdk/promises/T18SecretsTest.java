package io.ipbx.sdk.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxOptions;
import io.ipbx.sdk.IpbxRequest;
import io.ipbx.sdk.RetryPolicy;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.Credentials;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.Request;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** T18: no secret in anything that is shown. */
@ExtendWith(VertxExtension.class)
class T18SecretsTest {

  private static final List<String> SECRETS =
      List.of(World.PASSWORD, "access-1", "access-2", "refresh-1", "refresh-2");

  private static void holdsNone(Object shown) {
    assertThat(String.valueOf(shown)).doesNotContain(SECRETS);
  }

  private static void holdsNone(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text, true));
    holdsNone(text.toString());
  }

  @Test
  void what_can_be_printed_holds_no_secret(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = world.client();
      AccessToken token = Await.result(client.tokens().current());
      Await.result(client.tokens().refresh());

      holdsNone(token);
      holdsNone(client.tokens());
      holdsNone(client);
      holdsNone(world.options());
      holdsNone(world.options().toJson());
      holdsNone(new Credentials(World.USERNAME, World.PASSWORD));
      holdsNone(world.events());
      holdsNone(IpbxRequest.get("/calls?token=access-1"));
    }
  }

  @Test
  void the_password_is_read_from_json_and_not_written() {
    IpbxOptions options = new IpbxOptions(new JsonObject().put("password", World.PASSWORD));

    assertThat(options.getPassword()).isEqualTo(World.PASSWORD);
    assertThat(options.toJson().containsKey("password")).isFalse();
  }

  @Test
  void a_server_that_repeats_our_secrets_is_not_quoted(Vertx vertx) {
    Function<Request, Reply> echo =
        request ->
            Reply.json(
                400,
                new JsonObject()
                    .put("error", "invalid_" + request.field("password"))
                    .put("error_description", "you sent " + request.body())
                    .put("message", "you sent " + request.header("authorization")));
    AuthScript script = AuthScript.wellBehaved();
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();
      Await.result(client.tokens().current());
      script.onPassword(echo).onRefresh(echo).onExchange(echo).onApi(echo);

      holdsNone(Await.failure(client.send(IpbxRequest.get("/calls"))));
      holdsNone(Await.failure(client.tokens().refresh()));
      holdsNone(Await.failure(client.impersonate("alice@example.com").tokens().current()));
      Await.result(client.tokens().logout());
      holdsNone(Await.failure(client.tokens().current()));
    }
  }

  @Test
  void a_body_that_is_not_understood_is_not_quoted(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved();
    script.onPassword(request -> Reply.of(200, "text/plain", "welcome " + request.body()));
    try (World world = new World(vertx, script)) {
      holdsNone(Await.failure(world.client().tokens().current()));
    }
  }

  @Test
  void a_lost_connection_tells_no_secret(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved().onApi(request -> Reply.cut());
    try (World world = new World(vertx, script)) {
      holdsNone(
          Await.failure(world.client().send(IpbxRequest.get("/calls").retry(RetryPolicy.NEVER))));
    }
  }
}
