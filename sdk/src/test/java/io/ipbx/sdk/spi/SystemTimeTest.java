package io.ipbx.sdk.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.testing.Await;
import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VertxExtension.class)
class SystemTimeTest {

  private static final Duration SOON = Duration.ofMillis(50);

  /** What is scheduled by a verticle that has ended before it is due. */
  private static Context ranAfterTheEndOf(Vertx vertx, DeploymentOptions options) {
    Time time = Time.system(vertx);
    Promise<Context> ran = Promise.promise();
    Promise<Void> ended = Promise.promise();
    VerticleBase verticle =
        new VerticleBase() {
          @Override
          public io.vertx.core.Future<?> start() {
            time.schedule(
                SOON,
                () -> {
                  Context here = Vertx.currentContext();
                  ended.future().onSuccess(over -> ran.complete(here));
                });
            return io.vertx.core.Future.succeededFuture();
          }
        };
    Await.result(vertx.undeploy(Await.result(vertx.deployVerticle(verticle, options))));
    ended.complete();
    return Await.result(ran.future());
  }

  @Test
  void what_a_verticle_has_scheduled_runs_on_its_context_when_it_has_ended(Vertx vertx) {
    assertThat(ranAfterTheEndOf(vertx, new DeploymentOptions()).isEventLoopContext()).isTrue();
  }

  @Test
  void what_is_scheduled_runs_though_the_pool_of_its_worker_is_closed(Vertx vertx) {
    DeploymentOptions ownPool =
        new DeploymentOptions()
            .setThreadingModel(ThreadingModel.WORKER)
            .setWorkerPoolName("of-its-own")
            .setWorkerPoolSize(1);

    ranAfterTheEndOf(vertx, ownPool);
  }

  @Test
  void what_is_cancelled_does_not_run(Vertx vertx) {
    Time time = Time.system(vertx);
    Promise<Boolean> first = Promise.promise();

    Time.Scheduled cancelled = time.schedule(SOON, () -> first.tryComplete(false));
    cancelled.cancel();
    time.schedule(SOON.multipliedBy(2), () -> first.tryComplete(true));

    assertThat(Await.result(first.future())).isTrue();
  }
}
