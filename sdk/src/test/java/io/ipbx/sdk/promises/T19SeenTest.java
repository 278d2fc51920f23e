package io.ipbx.sdk.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.ConnectionFailedException;
import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxRequest;
import io.ipbx.sdk.RetryPolicy;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.TokenEvent;
import io.ipbx.sdk.auth.TokenIdentity;
import io.ipbx.sdk.micrometer.IpbxMeters;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.Reply;
import io.ipbx.sdk.testing.World;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** T19: what happens to tokens and calls can be seen in meters. */
@ExtendWith(VertxExtension.class)
class T19SeenTest {

  private static final String USER = "alice@example.com";

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final IpbxMeters meters = new IpbxMeters(registry, Tags.of("client", "test"));
  private final AuthScript script = AuthScript.wellBehaved();
  private World world;
  private IpbxClient client;

  @BeforeEach
  void open(Vertx vertx) {
    world = new World(vertx, script);
    client =
        world.keep(
            world
                .builder(world.options().setRetries(1).setRetryBudget(1).setRetryPause(1))
                .withTokenListener(meters)
                .withCallListener(meters)
                .build());
    meters.watch(client.tokens());
  }

  @AfterEach
  void close() {
    world.close();
  }

  private double counter(String name, String... tags) {
    return registry.get(name).tags(tags).tag("client", "test").counter().count();
  }

  private Timer timer(String name, String... tags) {
    return registry.get(name).tags(tags).tag("client", "test").timer();
  }

  private double seconds(String gauge) {
    return registry.get(gauge).tag("client", "test").timeGauge().value(TimeUnit.SECONDS);
  }

  @Test
  void a_flight_its_joiners_and_their_waits() {
    Promise<Void> gate = Promise.promise();
    script.onPassword(request -> script.nextAfter(gate.future()));
    List<Future<AccessToken>> callers =
        IntStream.range(0, 5).mapToObj(i -> client.tokens().current()).toList();
    Await.until(() -> !world.server().tokenRequests().isEmpty(), "the flight");
    assertThat(registry.get("ipbx.token.flying").gauge().value()).isEqualTo(1);

    world.time().advance(Duration.ofSeconds(2));
    gate.complete();
    Await.result(Future.all(callers));

    assertThat(counter("ipbx.token.flights.started", "reason", "needed", "identity", "access"))
        .isEqualTo(1);
    assertThat(counter("ipbx.token.joins", "identity", "access")).isEqualTo(4);
    Timer flight = timer("ipbx.token.flights", "grant", "password", "error", "none");
    assertThat(flight.count()).isEqualTo(1);
    assertThat(flight.totalTime(TimeUnit.SECONDS)).isEqualTo(2);
    assertThat(counter("ipbx.token.waits")).isEqualTo(5);
    assertThat(counter("ipbx.token.waits.seconds")).isEqualTo(10);
    assertThat(timer("ipbx.token.waits.longest").max(TimeUnit.SECONDS)).isEqualTo(2);
    assertThat(timer("ipbx.token.requests", "grant", "password", "error", "none").count())
        .isEqualTo(1);
  }

  @Test
  void age_and_rest_of_the_token_that_is_served() {
    assertThat(seconds("ipbx.token.age")).isNaN();
    assertThat(seconds("ipbx.token.remaining")).isNaN();
    AccessToken token = Await.result(client.tokens().current());

    world.time().advance(Duration.ofMinutes(10));

    assertThat(seconds("ipbx.token.age")).isEqualTo(600);
    assertThat(seconds("ipbx.token.remaining")).isEqualTo(3600 - 5 - 600);
    assertThat(registry.get("ipbx.token.flying").gauge().value()).isZero();
    client.tokens().invalidate(token);
    assertThat(seconds("ipbx.token.age")).isNaN();
    assertThat(counter("ipbx.token.invalidations", "identity", "access")).isEqualTo(1);
    assertThat(world.server().requests()).hasSize(1);
  }

  @Test
  void outcomes_by_grant_and_kind_of_identity() {
    script.onExchange(request -> Reply.error(403, "access_denied"));
    Await.result(client.tokens().current());
    Await.result(client.tokens().refresh());
    Await.failure(client.impersonate(USER).tokens().current());

    assertThat(timer("ipbx.token.flights", "grant", "refresh", "error", "none").count())
        .isEqualTo(1);
    assertThat(counter("ipbx.token.flights.started", "reason", "forced")).isEqualTo(1);
    assertThat(
            timer("ipbx.token.flights", "identity", "user", "error", "impersonation_denied")
                .count())
        .isEqualTo(1);
    assertThat(
            timer("ipbx.token.requests", "grant", "exchange", "error", "impersonation_denied")
                .count())
        .isEqualTo(1);
  }

  @Test
  void rejected_credentials_are_barred() {
    script.onPassword(request -> Reply.error(401, "invalid_grant"));
    Await.failure(client.tokens().current());
    Await.failure(client.tokens().current());

    assertThat(counter("ipbx.token.bars", "error", "credentials_rejected")).isEqualTo(1);
    assertThat(timer("ipbx.token.requests", "error", "credentials_rejected").count()).isEqualTo(1);
  }

  @Test
  void an_outage_holds_back_flights_and_turns_callers_away() {
    script.onPassword(request -> Reply.of(429, Map.of("Retry-After", "120"), ""));
    Await.failure(client.tokens().current());
    Await.failure(client.tokens().current());

    assertThat(counter("ipbx.token.pauses", "error", "rate_limited")).isEqualTo(1);
    assertThat(counter("ipbx.token.refusals", "error", "token_paused")).isEqualTo(1);
    assertThat(seconds("ipbx.token.pause")).isEqualTo(120);
    assertThat(world.server().tokenRequests()).hasSize(1);
  }

  @Test
  void what_a_token_store_gave_and_where_it_failed() {
    TokenIdentity whose = client.tokens().identity();
    meters.onEvent(new TokenEvent.TokensAdopted(whose));
    meters.onEvent(
        new TokenEvent.StoreUnavailable(whose, new ConnectionFailedException("down", null)));
    meters.onEvent(new TokenEvent.StoreConflict(whose));

    assertThat(counter("ipbx.token.store.adoptions", "identity", "access")).isEqualTo(1);
    assertThat(counter("ipbx.token.store.failures", "identity", "access")).isEqualTo(1);
    assertThat(counter("ipbx.token.store.conflicts", "identity", "access")).isEqualTo(1);
  }

  @Test
  void calls_their_retries_and_the_end_of_the_budget() {
    script.onApi(request -> Reply.of(503, Map.of(), ""));
    for (int call = 0; call < 2; call++) {
      Future<?> answer = client.send(IpbxRequest.get("/calls"));
      Await.until(
          () -> {
            world.time().advance(Duration.ofMillis(1));
            return answer.isComplete();
          },
          "the call ends");
    }
    script.onApi(request -> Reply.of(200, Map.of(), ""));
    Await.result(client.send(IpbxRequest.post("/calls").retry(RetryPolicy.ALWAYS)));

    assertThat(counter("ipbx.calls.retries", "method", "GET", "error", "server_error"))
        .isEqualTo(1);
    assertThat(counter("ipbx.calls.retries.refused", "method", "GET", "error", "server_error"))
        .isEqualTo(1);
    assertThat(timer("ipbx.calls", "method", "GET", "status", "503", "error", "server_error"))
        .extracting(Timer::count)
        .isEqualTo(2L);
    assertThat(timer("ipbx.calls", "method", "POST", "status", "200", "error", "none").count())
        .isEqualTo(1);
  }

  @Test
  void no_tag_names_anybody_and_each_meter_is_documented() throws Exception {
    script.onExchange(request -> script.next());
    Await.result(client.impersonate(USER).send(IpbxRequest.get("/calls?of=" + USER)));
    Await.result(client.tokens().logout());
    script.onPassword(request -> Reply.error(401, "invalid_grant"));
    Await.failure(client.tokens().current());
    what_a_token_store_gave_and_where_it_failed();
    String document = Files.readString(Path.of("../docs/observability.md"));

    assertThat(registry.getMeters())
        .extracting(meter -> meter.getId().toString())
        .allSatisfy(
            id ->
                assertThat(id)
                    .doesNotContain(USER, World.USERNAME, World.PASSWORD, "access-1", "refresh-1"));
    assertThat(registry.getMeters())
        .extracting(Meter::getId)
        .allSatisfy(id -> assertThat(document).contains("`" + id.getName() + "`"));
  }
}
