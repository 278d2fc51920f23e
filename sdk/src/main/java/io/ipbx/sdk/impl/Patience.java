package io.ipbx.sdk.impl;

import io.ipbx.sdk.spi.Time;
import io.ipbx.sdk.spi.Time.Scheduled;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;

/** A caller's own deadline on something that goes on without him. */
final class Patience {

  private Patience() {}

  /** {@code awaited}, or a failure once {@code deadline} passes; on the context of the caller. */
  static <T> Future<T> until(
      long deadline, Future<T> awaited, Time time, Supplier<? extends Throwable> tooLate) {
    Promise<T> outcome = Promise.promise();
    Context caller = Vertx.currentContext();
    Runnable giveUp = () -> outcome.tryFail(tooLate.get());
    Scheduled timer =
        time.schedule(
            Duration.ofNanos(deadline - time.nanoTime()),
            () -> {
              if (caller == null) {
                giveUp.run();
              } else {
                caller.runOnContext(ignored -> giveUp.run());
              }
            });
    awaited.onComplete(
        end -> {
          timer.cancel();
          if (end.succeeded()) {
            outcome.tryComplete(end.result());
          } else {
            outcome.tryFail(end.cause());
          }
        });
    return outcome.future();
  }
}
