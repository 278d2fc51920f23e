package io.ipbx.sdk.auth.impl;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random sequences of callers, landings, failures, rotations, 401s, time, logouts and closes,
 * against a model. {@code -Dmodel.runs} and {@code -Dmodel.seed} choose how many and which.
 */
@ExtendWith(VertxExtension.class)
class ModelTest {

  private static final int STEPS = 60;

  @Test
  void whatever_happens_in_whatever_order_the_engine_does_as_the_model(Vertx vertx) {
    int runs = Integer.getInteger("model.runs", 300);
    long first = Long.getLong("model.seed", System.nanoTime());
    System.out.println("model runs: " + runs + " from seed " + first);
    Context caller = vertx.getOrCreateContext();
    for (long seed = first; seed < first + runs; seed++) {
      check(vertx, caller, seed);
    }
  }

  /** The same in each run, so that a change is seen by whoever makes it. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3})
  void a_few_seeds_are_the_same_in_every_run(long seed, Vertx vertx) {
    check(vertx, vertx.getOrCreateContext(), seed);
  }

  private static void check(Vertx vertx, Context caller, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<ModelStep> steps = Stream.generate(() -> ModelStep.random(random)).limit(STEPS).toList();
    if (failureOf(vertx, caller, seed, steps) != null) {
      List<ModelStep> least = shrunk(vertx, caller, seed, steps);
      throw new AssertionError(
          "seed " + seed + ", shrunk to " + least, failureOf(vertx, caller, seed, least));
    }
  }

  private static @Nullable Throwable failureOf(
      Vertx vertx, Context caller, long seed, List<ModelStep> steps) {
    ModelRun run = new ModelRun(vertx, caller, seed);
    try {
      steps.forEach(run::apply);
      return null;
    } catch (AssertionError | RuntimeException failure) {
      return failure;
    }
  }

  /** Leaves out each step that the failure does not need. */
  private static List<ModelStep> shrunk(
      Vertx vertx, Context caller, long seed, List<ModelStep> failing) {
    List<ModelStep> least = new ArrayList<>(failing);
    for (int i = least.size() - 1; i >= 0; i--) {
      List<ModelStep> fewer = new ArrayList<>(least);
      fewer.remove(i);
      if (failureOf(vertx, caller, seed, fewer) != null) {
        least = fewer;
      }
    }
    return least;
  }
}
