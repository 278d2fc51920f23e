package io.ipbx.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.Request;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one request can have otherwise than its client. */
@ExtendWith(VertxExtension.class)
class IpbxRequestTest {

  private static final IpbxRequest GET = IpbxRequest.get("/calls");

  private static World world(Vertx vertx, Function<Request, Reply> api) {
    return new World(vertx, AuthScript.wellBehaved().onApi(api));
  }

  private static Reply fine(Request request) {
    return Reply.of(200, Map.of(), "");
  }

  @Test
  void a_request_has_its_own_timeout(Vertx vertx) {
    try (World world = world(vertx, request -> Reply.never())) {
      IpbxClient client = world.client(world.options().setRequestTimeout(60_000));
      Future<?> impatient =
          client.send(IpbxRequest.get("/calls").timeout(Duration.ofMillis(1_500)));
      Future<?> patient = client.send(GET);
      Await.until(() -> world.server().apiCalls().size() == 2, "both are sent");

      world.time().advance(Duration.ofMillis(1_500));

      assertThat(Await.failure(impatient))
          .isInstanceOf(RequestTimeoutException.class)
          .hasMessageContaining("PT1.5S");
      assertThat(patient.isComplete()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT0.0009S", "PT24H0.001S"})
  void a_timeout_out_of_bounds_is_refused(String timeout) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IpbxRequest.get("/calls").timeout(Duration.parse(timeout)))
        .withMessageContaining("timeout is " + Duration.parse(timeout))
        .withMessageContaining("PT24H");
  }

  @Test
  void one_request_is_sent_as_another_user_and_the_next_is_not(Vertx vertx) {
    AuthScript script = AuthScript.wellBehaved().onApi(IpbxRequestTest::fine);
    script.onExchange(request -> Reply.tokens("of-alice", "", 3600));
    try (World world = new World(vertx, script)) {
      IpbxClient client = world.client();

      Await.result(client.send(IpbxRequest.get("/calls").impersonate("Alice@example.com")));
      Await.result(client.send(GET));

      assertThat(world.server().apiCalls())
          .extracting(Request::bearer)
          .containsExactly("of-alice", "access-1");
    }
  }

  @Test
  void a_user_to_act_as_has_an_email_and_is_not_acted_as_by_another(Vertx vertx) {
    try (World world = world(vertx, IpbxRequestTest::fine)) {
      IpbxClient client = world.client();
      IpbxClient user = client.impersonate("alice@example.com");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> client.send(IpbxRequest.get("/calls").impersonate("alice")))
          .withMessageContaining("'alice'");
      assertThatThrownBy(() -> user.send(IpbxRequest.get("/calls").impersonate("bob@example.com")))
          .isInstanceOf(IllegalStateException.class);
      assertThat(world.server().requests()).isEmpty();
    }
  }

  @Test
  void each_call_has_a_correlation_id_of_its_own(Vertx vertx) {
    try (World world = world(vertx, IpbxRequestTest::fine)) {
      IpbxClient client = world.client();

      Await.result(client.send(GET));
      Await.result(client.send(GET));

      assertThat(world.server().apiCalls())
          .extracting(request -> UUID.fromString(request.header("x-correlation-id")))
          .doesNotHaveDuplicates()
          .hasSize(2);
    }
  }

  @Test
  void a_given_correlation_id_is_sent_and_told_of_by_a_failure_without_an_answer(Vertx vertx) {
    try (World world = world(vertx, request -> Reply.cut())) {
      IpbxRequest request =
          IpbxRequest.get("/calls").retry(RetryPolicy.NEVER).correlationId("mine-1");

      Throwable failure = Await.failure(world.client().send(request));

      assertThat(request.correlationId()).isEqualTo("mine-1");
      assertThat(world.server().apiCalls().get(0).header("X-Correlation-Id")).isEqualTo("mine-1");
      assertThat(failure).isInstanceOf(ConnectionFailedException.class);
      assertThat(((IpbxException) failure).detail().correlationId()).isEqualTo("mine-1");
    }
  }

  @Test
  void it_is_told_of_by_a_timeout(Vertx vertx) {
    try (World world = world(vertx, request -> Reply.never())) {
      Future<?> answer =
          world.client().send(IpbxRequest.get("/calls").header("X-CORRELATION-ID", "mine-2"));
      Await.until(() -> !world.server().apiCalls().isEmpty(), "the request");
      world.time().advance(Duration.ofMillis(IpbxOptions.DEFAULT_REQUEST_TIMEOUT));

      Throwable failure = Await.failure(answer);

      assertThat(world.server().apiCalls().get(0).header("x-correlation-id")).isEqualTo("mine-2");
      assertThat(((IpbxException) failure).detail().correlationId()).isEqualTo("mine-2");
    }
  }

  @Test
  void the_servers_own_correlation_id_goes_before_ours(Vertx vertx) {
    try (World world =
        world(
            vertx,
            request ->
                request.target().equals("/named")
                    ? Reply.of(404, Map.of("X-Correlation-Id", "theirs"), "")
                    : Reply.of(404, Map.of(), ""))) {
      IpbxClient client = world.client();

      Throwable named =
          Await.failure(client.send(IpbxRequest.get("/named").correlationId("mine-3")));
      Throwable unnamed =
          Await.failure(client.send(IpbxRequest.get("/unnamed").correlationId("mine-4")));

      assertThat(((IpbxException) named).detail().correlationId()).isEqualTo("theirs");
      assertThat(((IpbxException) unnamed).detail().correlationId()).isEqualTo("mine-4");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\r\nX-Evil: 1", "žluťoučký"})
  void a_correlation_id_that_is_no_header_value_is_refused(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IpbxRequest.get("/calls").correlationId(id))
        .withMessageContaining("correlationId");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IpbxRequest.get("/calls").correlationId("x".repeat(129)));
    assertThat(IpbxRequest.get("/calls").correlationId("x".repeat(128)).correlationId())
        .hasSize(128);
  }
}
