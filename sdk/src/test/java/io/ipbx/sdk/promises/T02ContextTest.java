package io.ipbx.sdk.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxClientBuilder;
import io.ipbx.sdk.IpbxRequest;
import io.ipbx.sdk.RequestTimeoutException;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.Credentials;
import io.ipbx.sdk.auth.TokenEvent;
import io.ipbx.sdk.testing.AuthScript;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** T2: each caller is answered on its own context, and takes nobody down when it goes. */
@ExtendWith(VertxExtension.class)
class T02ContextTest {

  /** Asks for a token on its own context and tells on which the answer came. */
  private static final class Caller extends VerticleBase {

    private final IpbxClient client;
    private final Promise<Boolean> answeredAtHome = Promise.promise();

    Caller(IpbxClient client) {
      this.client = client;
    }

    @Override
    public Future<?> start() {
      client
          .tokens()
          .current()
          .onComplete(end -> answeredAtHome.complete(Vertx.currentContext() == context));
      return Future.succeededFuture();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ThreadingModel.class,
      names = {"EVENT_LOOP", "WORKER"})
  void waiters_are_answered_on_the_context_they_asked_from(ThreadingModel model, Vertx vertx) {
    Promise<Void> gate = Promise.promise();
    AuthScript script = AuthScript.wellBehaved();
    try (World world =
        new World(vertx, script.onPassword(request -> script.nextAfter(gate.future())))) {
      IpbxClient client = world.client();
      List<Caller> callers = IntStream.range(0, 6).mapToObj(i -> new Caller(client)).toList();
      DeploymentOptions options = new DeploymentOptions().setThreadingModel(model);

      callers.forEach(caller -> Await.result(vertx.deployVerticle(caller, options)));
      gate.complete();

      assertThat(callers)
          .extracting(caller -> Await.result(caller.answeredAtHome.future()))
          .containsOnly(true);
      assertThat(world.server().tokenRequests()).hasSize(1);
    }
  }

  @Test
  void a_duplicated_context_gets_its_own_answer_back(Vertx vertx) {
    Promise<Void> gate = Promise.promise();
    AuthScript script = AuthScript.wellBehaved();
    try (World world =
        new World(vertx, script.onPassword(request -> script.nextAfter(gate.future())))) {
      IpbxClient client = world.client();
      ContextInternal root = (ContextInternal) vertx.getOrCreateContext();

      List<Future<Boolean>> kept =
          IntStream.range(0, 4)
              .mapToObj(
                  i -> {
                    Context request = root.duplicate();
                    Promise<Boolean> same = Promise.promise();
                    request.runOnContext(
                        go ->
                            client
                                .tokens()
                                .current()
                                .onComplete(
                                    end -> same.complete(Vertx.currentContext() == request)));
                    return same.future();
                  })
              .toList();
      Await.until(() -> !world.server().tokenRequests().isEmpty(), "a grant is sent");
      gate.complete();

      assertThat(kept).extracting(Await::result).containsOnly(true);
    }
  }

  @Test
  void a_whole_call_completes_on_the_context_that_made_it(Vertx vertx) {
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = world.client();
      Context caller = vertx.getOrCreateContext();
      Promise<Boolean> same = Promise.promise();

      caller.runOnContext(
          go ->
              client
                  .send(IpbxRequest.get("/calls"))
                  .onComplete(end -> same.complete(Vertx.currentContext() == caller)));

      assertThat(Await.result(same.future())).isTrue();
    }
  }

  @Test
  void a_caller_off_any_context_is_answered_on_one_that_is_not_the_flights(Vertx vertx) {
    AtomicReference<Context> landedOn = new AtomicReference<>();
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client = world.keep(listening(world, landedOn).build());
      Promise<Context> answeredOn = Promise.promise();

      client
          .tokens()
          .current()
          .onComplete(end -> answeredOn.complete(Objects.requireNonNull(Vertx.currentContext())));

      assertThat(unwrapped(Await.result(answeredOn.future())))
          .isNotSameAs(unwrapped(landedOn.get()));
    }
  }

  private static IpbxClientBuilder listening(World world, AtomicReference<Context> landedOn) {
    return world
        .builder(world.options())
        .withTokenListener(
            event -> {
              if (event instanceof TokenEvent.FlightLanded) {
                landedOn.set(Vertx.currentContext());
              }
            });
  }

  private static Context unwrapped(Context context) {
    return ((ContextInternal) context).unwrap();
  }

  @Test
  void the_flight_goes_on_when_the_verticle_that_started_it_is_undeployed(Vertx vertx) {
    Promise<Void> gate = Promise.promise();
    AuthScript script = AuthScript.wellBehaved();
    try (World world =
        new World(vertx, script.onPassword(request -> script.nextAfter(gate.future())))) {
      IpbxClient client = world.client();
      DeploymentOptions ownPool =
          new DeploymentOptions()
              .setThreadingModel(ThreadingModel.WORKER)
              .setWorkerPoolName("short-lived")
              .setWorkerPoolSize(1);
      String first = Await.result(vertx.deployVerticle(new Caller(client), ownPool));
      Await.until(() -> !world.server().tokenRequests().isEmpty(), "a grant is sent");
      Future<AccessToken> other = client.tokens().current();

      Await.result(vertx.undeploy(first));
      gate.complete();

      assertThat(Await.result(other).value()).isEqualTo("access-1");
      assertThat(world.server().tokenRequests()).hasSize(1);
    }
  }

  @Test
  void a_caller_that_times_out_takes_nobody_down(Vertx vertx) {
    Promise<Void> gate = Promise.promise();
    AuthScript script = AuthScript.wellBehaved();
    try (World world =
        new World(vertx, script.onPassword(request -> script.nextAfter(gate.future())))) {
      IpbxClient client = world.client(world.options().setRequestTimeout(1_000));

      Future<?> impatient = client.send(IpbxRequest.get("/calls"));
      Future<AccessToken> patient = client.tokens().current();
      Await.until(() -> !world.server().tokenRequests().isEmpty(), "a grant is sent");
      world.time().advance(Duration.ofSeconds(1));

      assertThat(Await.failure(impatient)).isInstanceOf(RequestTimeoutException.class);
      assertThat(patient.isComplete()).isFalse();
      gate.complete();
      assertThat(Await.result(patient).value()).isEqualTo("access-1");
      assertThat(world.server().apiCalls()).isEmpty();
    }
  }

  @Test
  void credentials_that_come_on_another_context_do_not_take_the_flight_there(Vertx vertx) {
    Context vault = vertx.getOrCreateContext();
    AtomicReference<Context> landedOn = new AtomicReference<>();
    try (World world = new World(vertx, AuthScript.wellBehaved())) {
      IpbxClient client =
          world.keep(
              listening(world, landedOn)
                  .withCredentials(
                      () -> {
                        Promise<Credentials> read = Promise.promise();
                        vault.runOnContext(
                            go -> read.complete(new Credentials(World.USERNAME, World.PASSWORD)));
                        return read.future();
                      })
                  .build());

      Await.result(client.tokens().current());

      assertThat(landedOn.get()).isNotNull().isNotSameAs(vault);
    }
  }
}
