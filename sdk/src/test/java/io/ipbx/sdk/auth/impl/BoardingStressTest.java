package io.ipbx.sdk.auth.impl;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.TokenIdentity;
import io.ipbx.sdk.testing.Await;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Callers board while the flight lands. It hands work to other threads, which a model checker
 * cannot follow, so it is raced instead. Acceptable for each caller:
 *
 * <ul>
 *   <li>{@code BOARDED}: he got on and is given the outcome;
 *   <li>{@code TURNED_AWAY}: he came after the landing and looks again.
 * </ul>
 *
 * Forbidden: a caller who got on and is left waiting; one turned away from a flight that has not
 * landed.
 */
@ExtendWith(VertxExtension.class)
class BoardingStressTest {

  private enum Outcome {
    BOARDED,
    TURNED_AWAY
  }

  private static final int ROUNDS = Integer.getInteger("stress.rounds", 2_000);
  private static final int CALLERS = 2;

  @Test
  void who_gets_on_arrives_and_who_is_late_is_told_so(Vertx vertx) throws Exception {
    IssuedToken token =
        new IssuedToken("t", Duration.ofHours(1), 0, Duration.ZERO, Duration.ZERO, Instant.EPOCH);
    TokenIdentity identity = new TokenIdentity("auth", "api", "access", null);
    VertxInternal loops = (VertxInternal) vertx;
    List<Context> contexts =
        List.of(loops.createEventLoopContext(), loops.createEventLoopContext());
    Map<Outcome, Integer> seen = new EnumMap<>(Outcome.class);
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS + 1);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        Flight flight = new Flight(identity, 0, 0, 0);
        Phaser start = new Phaser(CALLERS + 1);
        threads.execute(
            () -> {
              start.arriveAndAwaitAdvance();
              flight.land(token.served());
            });
        List<java.util.concurrent.Future<Outcome>> outcomes =
            Stream.iterate(0, i -> i < CALLERS, i -> i + 1)
                .map(i -> threads.submit(() -> board(flight, contexts.get(i), start)))
                .toList();
        for (java.util.concurrent.Future<Outcome> outcome : outcomes) {
          seen.merge(outcome.get(), 1, Integer::sum);
        }
      }
    } finally {
      threads.shutdownNow();
    }
    System.out.println("boarding, " + ROUNDS + " rounds: " + seen);
    assertThat(seen.values()).as("both happened: the race was one").hasSize(2);
  }

  private static Outcome board(Flight flight, Context caller, Phaser start) {
    start.arriveAndAwaitAdvance();
    Future<AccessToken> boarded = flight.board(caller, 0);
    if (boarded == null) {
      assertThat(flight.landed()).isTrue();
      return Outcome.TURNED_AWAY;
    }
    assertThat(Await.result(boarded).value()).isEqualTo("t");
    return Outcome.BOARDED;
  }
}
