package io.ipbx.sdk.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.BodyNotReplayableException;
import io.ipbx.sdk.IpbxRequest;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.OneShotStream;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.Request;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** T11: after a 401 the same bytes are sent again, and what cannot be is told so. */
@ExtendWith(VertxExtension.class)
class T11ReplayTest {

  private static AuthScript secondTokenOnly() {
    return AuthScript.wellBehaved()
        .onApi(
            request ->
                request.bearer().equals("access-2")
                    ? Reply.of(200, Map.of(), "fine")
                    : Reply.of(401, Map.of(), ""));
  }

  @Test
  void the_replay_has_the_same_method_target_headers_and_body(Vertx vertx) {
    try (World world = new World(vertx, secondTokenOnly())) {
      IpbxRequest request =
          IpbxRequest.post("/calls")
              .query("a", "b c")
              .header("X-Own", "1")
              .json(new JsonObject().put("to", "+420601000000"));

      Await.result(world.client().send(request));

      Request first = world.server().apiCalls().get(0);
      Request second = world.server().apiCalls().get(1);
      assertThat(first.body()).isEqualTo("{\"to\":\"+420601000000\"}");
      assertThat(second.body()).isEqualTo(first.body());
      assertThat(second.method()).isEqualTo("POST").isEqualTo(first.method());
      assertThat(second.target()).isEqualTo("/calls?a=b%20c").isEqualTo(first.target());
      assertThat(second.header("x-own")).isEqualTo("1");
      assertThat(second.header("content-type")).isEqualTo("application/json");
    }
  }

  @Test
  void a_one_shot_stream_is_not_sent_twice(Vertx vertx) {
    try (World world = new World(vertx, secondTokenOnly())) {
      IpbxRequest request =
          IpbxRequest.put("/upload").header("Content-Length", "5").stream(
              OneShotStream.of("hello"));

      Throwable failure = Await.failure(world.client().send(request));

      assertThat(failure).isInstanceOf(BodyNotReplayableException.class);
      assertThat(world.server().apiCalls()).hasSize(1);
      assertThat(world.server().apiCalls().get(0).body()).isEqualTo("hello");
    }
  }

  @Test
  void after_such_a_failure_the_next_call_has_a_new_token(Vertx vertx) {
    try (World world = new World(vertx, secondTokenOnly())) {
      var client = world.client();
      Await.failure(
          client.send(
              IpbxRequest.put("/upload").header("Content-Length", "5").stream(
                  OneShotStream.of("hello"))));

      var answer =
          Await.result(
              client.send(
                  IpbxRequest.put("/upload").header("Content-Length", "5").stream(
                      OneShotStream.of("again"))));

      assertThat(answer.bodyAsString()).isEqualTo("fine");
    }
  }

  @Test
  void a_stream_loses_nothing_while_its_call_waits_for_a_token(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      OneShotStream eager = OneShotStream.of("hello");

      Await.result(
          world
              .client()
              .send(IpbxRequest.put("/upload").header("Content-Length", "5").stream(eager)));

      assertThat(eager.wasPausedFirst()).isTrue();
      assertThat(world.server().apiCalls().get(0).body()).isEqualTo("hello");
    }
  }
}
