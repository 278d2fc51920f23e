package io.ipbx.sdk.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxOptions;
import io.ipbx.sdk.IpbxRequest;
import io.ipbx.sdk.RetryPolicy;
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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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
  void a_server_that_takes_no_token_costs_a_grant_now_and_then_and_not_one_a_call(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved().onApi(request -> UNAUTHORIZED);
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();
      Duration time = Duration.ofMinutes(10);
      Duration step = Duration.ofMillis(500);
      int calls = (int) time.dividedBy(step);

      for (int call = 0; call < calls; call++) {
        assertThat(Await.failure(client.send(IpbxRequest.get("/calls"))))
            .isInstanceOf(TokenRejectedException.class);
        world.time().advance(step);
      }

      long longest = IpbxOptions.DEFAULT_BACKOFF_MIN << 4;
      assertThat(world.server().grants("refresh_token"))
          .hasSizeBetween((int) (time.toMillis() / longest), calls / 3);
      assertThat(world.server().grants("password")).hasSize(1);
    }
  }

  @Test
  void thousands_of_callers_of_a_server_that_takes_no_token_cost_one_grant(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved().onApi(request -> UNAUTHORIZED);
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();

      for (int hundred = 0; hundred < 20; hundred++) {
        List<Future<HttpResponse<Buffer>>> calls =
            IntStream.range(0, 100).mapToObj(i -> client.send(IpbxRequest.get("/calls"))).toList();
        assertThat(calls)
            .extracting(Await::failure)
            .allMatch(TokenRejectedException.class::isInstance);
      }

      assertThat(world.server().grants("refresh_token")).hasSize(1);
      // Sent twice are those that were out with the old token, one at least, not all of the first
      // hundred: those in the queue behind them look again.
      assertThat(world.server().apiCalls()).hasSizeBetween(2_001, 2_099);
    }
  }

  @Test
  void after_a_quiet_time_a_refused_token_is_replaced_at_once(Vertx vertx) {
    AtomicInteger refusals = new AtomicInteger();
    AuthScript script = AuthScript.wellBehaved();
    script.onApi(
        request -> refusals.getAndDecrement() > 0 ? UNAUTHORIZED : Reply.of(200, Map.of(), "fine"));
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();

      for (int revocation = 0; revocation < 20; revocation++) {
        refusals.set(1);
        Await.result(client.send(IpbxRequest.get("/calls")));
        world.time().advance(Duration.ofSeconds(1));
      }

      assertThat(world.server().grants("refresh_token")).hasSize(20);
    }
  }

  @Test
  void a_token_that_was_good_is_replaced_at_once_however_often_tokens_are_revoked(Vertx vertx) {
    int revocations = 5;
    AtomicInteger good = new AtomicInteger(1);
    AuthScript script =
        AuthScript.wellBehaved().onApi(request -> only(request, "access-" + good.get()));
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();
      Await.result(client.send(IpbxRequest.get("/calls")));

      // No time passes: a pause after the first would be over for none of the others.
      for (int revoked = 0; revoked < revocations; revoked++) {
        good.incrementAndGet();
        assertThat(Await.result(client.send(IpbxRequest.get("/calls"))).bodyAsString())
            .isEqualTo("fine");
      }

      assertThat(world.server().grants("refresh_token")).hasSize(revocations);
    }
  }

  @Test
  void a_server_in_trouble_has_not_said_that_the_token_is_good(Vertx vertx) {
    AtomicInteger calls = new AtomicInteger();
    AuthScript script = AuthScript.wellBehaved();
    script.onApi(
        request ->
            calls.getAndIncrement() % 2 == 0 ? Reply.of(503, Map.of(), "busy") : UNAUTHORIZED);
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();
      IpbxRequest once = IpbxRequest.get("/calls").retry(RetryPolicy.NEVER);

      // No time passes, so that one replacement is all that there may be.
      for (int call = 0; call < 20; call++) {
        Await.failure(client.send(once));
      }

      assertThat(world.server().grants("refresh_token")).hasSize(1);
    }
  }

  @Test
  void an_application_that_puts_tokens_aside_gets_a_new_one_each_time(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = world.client();
      for (int number = 1; number <= 5; number++) {
        AccessToken token = Await.result(client.tokens().current());
        assertThat(token.value()).isEqualTo("access-" + number);
        assertThat(client.tokens().invalidate(token)).isTrue();
      }
    }
  }

  @Test
  void an_exchange_that_takes_no_token_costs_one_grant_for_all_users(Vertx vertx) {
    AuthScript script =
        AuthScript.wellBehaved().onExchange(request -> Reply.error(401, "invalid_token"));
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();
      for (int user = 0; user < 20; user++) {
        assertThat(
                Await.failure(
                    client.impersonate("user-" + user + "@example.com").tokens().current()))
            .isInstanceOf(TokenRejectedException.class);
      }

      assertThat(world.server().grants("refresh_token")).hasSize(1);
      assertThat(world.server().tokenRequests()).hasSize(2 + 21);
    }
  }

  @Test
  void a_token_that_an_exchange_took_is_replaced_at_once_when_it_is_revoked(Vertx vertx) {
    AtomicReference<String> revoked = new AtomicReference<>("");
    AuthScript script = AuthScript.wellBehaved();
    script.onExchange(
        request ->
            request.bearer().equals(revoked.get())
                ? Reply.error(401, "invalid_token")
                : script.next());
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();
      // No time passes: a pause after the first would be over for none of the others.
      for (int user = 0; user < 5; user++) {
        Await.result(client.impersonate("user-" + user + "@example.com").tokens().current());
        revoked.set(client.tokens().current().result().value());
      }

      assertThat(world.server().grants("refresh_token")).hasSize(4);
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
