package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.IpbxException;
import io.ipbx.sdk.RateLimitedException;
import io.ipbx.sdk.spi.Time;
import io.ipbx.sdk.spi.Time.Scheduled;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.function.Supplier;

/** Sends the same grant again after a passing failure, as long as its flight has time. */
final class GrantRetry {

  private final Time time;
  private final Backoff backoff;

  GrantRetry(Time time, Backoff backoff) {
    this.time = time;
    this.backoff = backoff;
  }

  Future<TokenSet> send(Flight flight, Supplier<Future<TokenSet>> grant) {
    return send(flight, grant, 1);
  }

  private Future<TokenSet> send(Flight flight, Supplier<Future<TokenSet>> grant, int attempt) {
    return grant
        .get()
        .recover(
            failure -> {
              IpbxException cause = Failures.typed(failure);
              Duration pause = pauseAfter(cause, attempt);
              boolean inTime = flight.remaining(time.nanoTime()) > pause.toNanos();
              return cause.retryable() && inTime && !flight.landed()
                  ? pause(flight, pause).compose(rested -> send(flight, grant, attempt + 1))
                  : Future.failedFuture(cause);
            });
  }

  private Duration pauseAfter(IpbxException cause, int attempt) {
    Duration pause = backoff.afterFailures(attempt);
    return cause instanceof RateLimitedException limited
            && limited.retryAfter().compareTo(pause) > 0
        ? limited.retryAfter()
        : pause;
  }

  private Future<Void> pause(Flight flight, Duration pause) {
    Promise<Void> over = Promise.promise();
    Scheduled timer = time.schedule(pause, over::complete);
    flight.during(timer::cancel);
    return over.future();
  }
}
