package io.ipbx.sdk.auth.impl;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.ErrorDetail;
import io.ipbx.sdk.IpbxException;
import io.ipbx.sdk.ServerErrorException;
import io.ipbx.sdk.auth.Grant;
import io.ipbx.sdk.auth.TokenIdentity;
import io.ipbx.sdk.auth.impl.AuthSettings.Restraint;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.ManualTime;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** T6: which pauses a flight waits for, and what becomes of the one it has no time for. */
@ExtendWith(VertxExtension.class)
class GrantRetryTest {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration FLIGHT = Duration.ofSeconds(10);
  private static final TokenIdentity IDENTITY = new TokenIdentity("auth", "api", "access", null);

  private final ManualTime time = new ManualTime();
  private final AtomicInteger requests = new AtomicInteger();
  private GrantRetry retry;
  private Flight flight;

  @BeforeEach
  void open(Vertx vertx) {
    EngineContext engine = new EngineContext(vertx, time, event -> {}, FLIGHT);
    Restraint everySecond = new Restraint(SECOND, SECOND, SECOND);
    retry = new GrantRetry(engine, new Backoff(everySecond, new SplittableRandom(1)));
    flight = engine.newFlight(IDENTITY, 0);
  }

  private Future<TokenSet> failing(Duration retryAfter) {
    IpbxException failure = new ServerErrorException("503", retryAfter, ErrorDetail.NONE);
    return retry.send(
        flight,
        Grant.REFRESH,
        () -> {
          requests.incrementAndGet();
          return Future.failedFuture(failure);
        });
  }

  @Test
  void a_pause_that_does_not_fit_is_left_to_whoever_flies_next() {
    Future<TokenSet> end = failing(FLIGHT.plusNanos(1));

    assertThat(Await.failure(end)).isInstanceOf(ServerErrorException.class);
    assertThat(flight.pause()).isEqualTo(FLIGHT.plusNanos(1));
    assertThat(flight.failures()).isEqualTo(1);
    assertThat(time.pendingTimers()).isZero();
  }

  @Test
  void a_pause_that_leaves_no_time_for_a_try_does_not_fit() {
    assertThat(failing(FLIGHT).isComplete()).isTrue();
    assertThat(flight.pause()).isEqualTo(FLIGHT);
  }

  @Test
  void a_pause_that_fits_is_waited_for() {
    Future<TokenSet> end = failing(FLIGHT.minusNanos(1));

    assertThat(end.isComplete()).isFalse();
    assertThat(flight.pause()).isNull();
    assertThat(time.untilNext()).isEqualTo(FLIGHT.minusNanos(1));
    time.advance(FLIGHT.minusNanos(1));
    Await.failure(end);
    assertThat(requests).hasValue(2);
  }

  @Test
  void a_flight_that_lands_in_the_pause_leaves_no_timer() {
    failing(Duration.ZERO);
    assertThat(time.pendingTimers()).isEqualTo(1);

    flight.land(Future.failedFuture("logged out"));

    assertThat(time.pendingTimers()).isZero();
    assertThat(requests).hasValue(1);
  }
}
