package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.IpbxException;
import io.ipbx.sdk.auth.Grant;
import io.ipbx.sdk.auth.TokenEvent;
import io.ipbx.sdk.spi.Time.Scheduled;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends the same grant again after a passing failure, as long as the pause before it fits into its
 * flight. A pause that does not fit ends the flight and is left to the identity, so that it is kept
 * all the same, but with nobody waiting.
 */
final class GrantRetry {

  private final EngineContext engine;
  private final Backoff backoff;

  GrantRetry(EngineContext engine, Backoff backoff) {
    this.engine = engine;
    this.backoff = backoff;
  }

  Future<TokenSet> send(Flight flight, Grant grant, Supplier<Future<TokenSet>> request) {
    long sent = engine.time().nanoTime();
    return request
        .get()
        .onComplete(end -> tell(flight, grant, sent, end))
        .recover(failure -> again(flight, grant, request, Failures.typed(failure)));
  }

  private void tell(Flight flight, Grant grant, long sent, AsyncResult<?> end) {
    @Nullable IpbxException failure = end.succeeded() ? null : Failures.typed(end.cause());
    Duration took = Duration.ofNanos(engine.time().nanoTime() - sent);
    engine.tell(new TokenEvent.GrantEnded(flight.identity(), grant, took, failure));
  }

  private Future<TokenSet> again(
      Flight flight, Grant grant, Supplier<Future<TokenSet>> request, IpbxException failure) {
    if (!failure.retryable() || flight.landed()) {
      return Future.failedFuture(failure);
    }
    Duration pause = backoff.after(failure, flight.failedOnce(failure));
    if (flight.remaining(engine.time().nanoTime()) <= pause.toNanos()) {
      flight.leavePause(pause);
      return Future.failedFuture(failure);
    }
    return pause(flight, pause).compose(rested -> send(flight, grant, request));
  }

  private Future<Void> pause(Flight flight, Duration pause) {
    Promise<Void> over = Promise.promise();
    Scheduled timer = engine.time().schedule(pause, over::complete);
    flight.during(timer::cancel);
    return over.future();
  }
}
