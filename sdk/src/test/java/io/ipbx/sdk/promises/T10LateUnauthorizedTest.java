package io.ipbx.sdk.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxRequest;
import io.ipbx.sdk.TokenRejectedException;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.Request;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** T10: a 401 puts aside the token that was sent, and no other. */
@ExtendWith(VertxExtension.class)
class T10LateUnauthorizedTest {

  private static final Reply UNAUTHORIZED = Reply.of(401, Map.of(), "{\"statusCode\":401}");

  private static Reply only(Request request, String good) {
    return request.bearer().equals(good) ? Reply.of(200, Map.of(), "fine") : UNAUTHORIZED;
  }

  @Test
  void a_401_brings_a_new_token_and_the_call_again(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved().onApi(request -> only(request, "access-2"));
    try (World world = new World(vertx, script)) {
      HttpResponse<Buffer> answer = Await.result(world.client().send(IpbxRequest.get("/calls")));

      assertThat(answer.bodyAsString()).isEqualTo("fine");
      assertThat(world.server().apiCalls())
          .extracting(Request::bearer)
          .containsExactly("access-1", "access-2");
      assertThat(world.server().grants("refresh_token")).hasSize(1);
    }
  }

  @Test
  void a_second_401_reaches_the_caller(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved().onApi(request -> UNAUTHORIZED);
    try (World world = new World(vertx, script)) {
      Throwable failure = Await.failure(world.client().send(IpbxRequest.get("/calls")));

      assertThat(failure).isInstanceOf(TokenRejectedException.class);
      assertThat(world.server().apiCalls()).hasSize(2);
    }
  }

  @Test
  void a_hundred_401s_of_one_token_cost_one_refresh(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved().onApi(request -> only(request, "access-2"));
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();

      List<Future<HttpResponse<Buffer>>> calls =
          IntStream.range(0, 100).mapToObj(i -> client.send(IpbxRequest.get("/calls"))).toList();

      assertThat(calls)
          .extracting(Await::result)
          .extracting(HttpResponse::statusCode)
          .containsOnly(200);
      assertThat(world.server().grants("refresh_token")).hasSize(1);
    }
  }

  @Test
  void a_401_that_comes_late_leaves_the_newer_token_alone(Vertx vertx) {
    Promise<Void> late = Promise.promise();
    AuthScript script = AuthScript.wellBehaved();
    script.onApi(
        request ->
            request.target().equals("/slow") && request.bearer().equals("access-1")
                ? UNAUTHORIZED.after(late.future())
                : only(request, "access-2"));
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();
      Future<HttpResponse<Buffer>> slow = client.send(IpbxRequest.get("/slow"));
      Await.until(() -> world.server().apiCalls().size() == 1, "the slow call is out");
      Await.result(client.send(IpbxRequest.get("/quick")));

      late.complete();

      assertThat(Await.result(slow).bodyAsString()).isEqualTo("fine");
      assertThat(world.server().grants("refresh_token")).hasSize(1);
      assertThat(client.tokens().current().result().value()).isEqualTo("access-2");
    }
  }

  @Test
  void only_the_present_token_can_be_put_aside(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = world.client();
      AccessToken first = Await.result(client.tokens().current());
      AccessToken second = Await.result(client.tokens().refresh());

      assertThat(client.tokens().invalidate(first)).isFalse();
      assertThat(client.tokens().current().result()).isSameAs(second);
      assertThat(client.tokens().invalidate(second)).isTrue();
      assertThat(client.tokens().invalidate(second)).isFalse();
      assertThat(Await.result(client.tokens().current()).value()).isEqualTo("access-3");
    }
  }
}
