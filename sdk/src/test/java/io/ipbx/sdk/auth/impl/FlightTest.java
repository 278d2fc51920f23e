package io.ipbx.sdk.auth.impl;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.auth.TokenEvent.Waiters;
import io.ipbx.sdk.auth.TokenIdentity;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is counted of a flight. */
@ExtendWith(VertxExtension.class)
class FlightTest {

  private final Flight flight =
      new Flight(new TokenIdentity("auth", "api", "access", null), 100, 5_000, 0);

  @Test
  void each_waits_from_when_he_boarded_to_the_end(Vertx vertx) {
    flight.board(vertx.getOrCreateContext(), 100);
    flight.board(vertx.getOrCreateContext(), 400);

    assertThat(flight.waiters(1_100))
        .isEqualTo(new Waiters(2, Duration.ofNanos(1_700), Duration.ofNanos(1_000)));
  }

  @Test
  void it_is_told_of_once_it_is_announced() {
    assertThat(flight.announced()).isFalse();

    flight.announce();

    assertThat(flight.announced()).isTrue();
  }
}
