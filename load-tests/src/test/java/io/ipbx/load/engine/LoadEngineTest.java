package io.ipbx.load.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadEngineTest {

  private final Vertx vertx = Vertx.vertx();
  private final LoadEngine engine = LoadEngine.on(vertx, System::nanoTime).await();
  private final Recording recording =
      new Recording("all", System::nanoTime, failure -> failure.getClass().getSimpleName());

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  @Test
  void arrivals_make_every_call_that_is_due_over_all_event_loops() throws Exception {
    Set<Context> contexts = ConcurrentHashMap.newKeySet();
    Map<Long, Integer> byCaller = new ConcurrentHashMap<>();

    run(
        new Arrivals(ArrivalSchedule.constant(5_000, Duration.ofMillis(100)), 10),
        caller -> {
          contexts.add(Vertx.currentContext());
          byCaller.merge(caller, 1, Integer::sum);
          return Future.succeededFuture();
        });

    assertThat(recording.ended()).isEqualTo(500);
    assertThat(contexts).hasSize(engine.eventLoops()).doesNotContainNull();
    assertThat(byCaller).hasSize(10).allSatisfy((caller, calls) -> assertThat(calls).isEqualTo(50));
  }

  /**
   * The mistake of coordinated omission: to start the clock when the call could be made at last.
   */
  @Test
  void latency_counts_from_when_a_call_was_due_while_the_event_loops_are_stuck() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    long stuckNanos = TimeUnit.MILLISECONDS.toNanos(60);

    run(
        new Arrivals(ArrivalSchedule.constant(1_000, Duration.ofMillis(100)), 1),
        caller -> {
          if (calls.getAndIncrement() < engine.eventLoops()) {
            long until = System.nanoTime() + stuckNanos;
            while (System.nanoTime() < until) {
              Thread.onSpinWait();
            }
          }
          return Future.succeededFuture();
        });

    Measurement measured = recording.read();
    long late =
        measured
            .phases()
            .get(0)
            .latencies()
            .getCountBetweenValues(stuckNanos / 4, Long.MAX_VALUE >> 1);
    assertThat(late).isGreaterThan(20);
    assertThat(measured.lag().getMaxValue()).isGreaterThan(stuckNanos / 4);
  }

  @Test
  void who_comes_late_to_the_instant_from_which_calls_are_due_has_late_calls() throws Exception {
    for (Load load : List.of(new Rounds(1, 1), new Loops(1, 1, null), oneArrival())) {
      long began = System.nanoTime() - TimeUnit.SECONDS.toNanos(1);
      Recording late = new Recording("late", System::nanoTime, began, Throwable::toString);

      engine
          .run(
              load,
              caller -> Future.succeededFuture(),
              late,
              began,
              round -> Future.succeededFuture(began))
          .await(20, TimeUnit.SECONDS);

      assertThat(late.read().lag().getMaxValue()).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(990));
      assertThat(late.read().took()).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(990));
    }
  }

  private static Load oneArrival() {
    return new Arrivals(ArrivalSchedule.constant(1, Duration.ofSeconds(1)), 1);
  }

  @Test
  void arrivals_beyond_what_may_be_unanswered_are_shed_and_counted() throws Exception {
    List<Promise<Void>> held = new ArrayList<>();
    Future<Void> over =
        engine.run(
            new Arrivals(ArrivalSchedule.constant(1_000, Duration.ofMillis(50)), 1, 10),
            caller -> {
              Promise<Void> promise = Promise.promise();
              synchronized (held) {
                held.add(promise);
                if (held.size() == 10) {
                  vertx.setTimer(200, late -> held.forEach(Promise::complete));
                }
              }
              return promise.future();
            },
            recording);
    over.await(20, TimeUnit.SECONDS);

    Measurement measured = recording.read();
    assertThat(measured.shed() + measured.phases().get(0).started()).isEqualTo(50);
    assertThat(measured.shed()).isGreaterThanOrEqualTo(50 - 10 - engine.eventLoops());
  }

  @Test
  void arrivals_fail_when_their_event_loops_are_closed() {
    Future<Void> run =
        engine.run(
            new Arrivals(ArrivalSchedule.constant(1_000, Duration.ofSeconds(30)), 1),
            caller -> Future.succeededFuture(),
            recording);

    vertx.close().await();

    assertThatThrownBy(() -> run.await(20, TimeUnit.SECONDS))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void rounds_begin_when_everybody_is_answered_and_after_what_comes_before_them() throws Exception {
    AtomicInteger underWay = new AtomicInteger();
    List<String> story = new ArrayList<>();
    engine
        .run(
            new Rounds(600, 3),
            caller -> {
              underWay.incrementAndGet();
              Promise<Void> answered = Promise.promise();
              vertx.setTimer(
                  1,
                  later -> {
                    underWay.decrementAndGet();
                    answered.complete();
                  });
              return answered.future();
            },
            recording,
            System.nanoTime(),
            round -> {
              story.add(round + ": " + recording.ended() + " ended, " + underWay + " under way");
              return Future.succeededFuture(System.nanoTime());
            })
        .await(20, TimeUnit.SECONDS);

    assertThat(story)
        .containsExactly(
            "1: 0 ended, 0 under way", "2: 600 ended, 0 under way", "3: 1200 ended, 0 under way");
    assertThat(recording.ended()).isEqualTo(1_800);
  }

  @Test
  void loops_call_again_when_answered_at_once_or_later_and_as_often_as_told() throws Exception {
    AtomicInteger most = new AtomicInteger();
    AtomicInteger underWay = new AtomicInteger();
    run(
        new Loops(3, 2_000, null),
        caller -> {
          most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
          underWay.decrementAndGet();
          return caller == 0 ? vertx.timer(1, TimeUnit.MICROSECONDS) : Future.succeededFuture();
        });

    assertThat(recording.ended()).isEqualTo(6_000);
    assertThat(most.get()).isLessThanOrEqualTo(3);
  }

  @Test
  void a_caller_that_is_answered_at_once_leaves_others_their_turn() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    AtomicInteger callsBeforeTheTurn = new AtomicInteger();

    run(
        new Loops(1, 10_000, null),
        caller -> {
          if (calls.incrementAndGet() == 1) {
            Vertx.currentContext().runOnContext(turn -> callsBeforeTheTurn.set(calls.get()));
          }
          return Future.succeededFuture();
        });

    assertThat(recording.ended()).isEqualTo(10_000);
    assertThat(callsBeforeTheTurn.get()).isBetween(1, 1_000);
  }

  @Test
  void loops_end_with_their_time() throws Exception {
    run(new Loops(2, 0, Duration.ofMillis(30)), caller -> vertx.timer(1, TimeUnit.MILLISECONDS));

    assertThat(recording.ended()).isBetween(2L, 100L);
    assertThat(recording.read().unanswered()).isZero();
  }

  @Test
  void a_throw_and_a_null_are_failed_calls() throws Exception {
    run(
        new Loops(2, 1, null),
        caller -> {
          if (caller == 0) {
            throw new IllegalStateException("on purpose");
          }
          return nothing();
        });

    assertThat(recording.read().errors()).containsEntry("IllegalStateException", 1L).hasSize(2);
  }

  @Test
  void a_call_that_completes_elsewhere_is_seen() throws Exception {
    run(
        new Loops(1, 3, null),
        caller -> {
          Promise<Void> elsewhere = Promise.promise();
          // A turn later, when the engine is listening.
          Vertx.currentContext().runOnContext(turn -> new Thread(elsewhere::complete).start());
          return elsewhere.future();
        });

    assertThat(recording.ended()).isEqualTo(3);
    assertThat(recording.read().strayed()).isEqualTo(3);
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static Future<?> nothing() {
    return null;
  }

  private void run(Load load, Work work) throws Exception {
    engine.run(load, work, recording).await(20, TimeUnit.SECONDS);
  }
}
