package io.ipbx.load.engine;

import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/** Drives loads over all event loops of a Vert.x instance. */
public final class LoadEngine {

  private final List<Context> loops;
  private final LongSupplier clock;

  private LoadEngine(List<Context> loops, LongSupplier clock) {
    this.loops = loops;
    this.clock = clock;
  }

  /**
   * An engine with a context on each event loop, as the instance's verticles have them.
   *
   * @param clock nanoseconds, monotonic
   */
  public static Future<LoadEngine> on(Vertx vertx, LongSupplier clock) {
    List<Context> contexts = new CopyOnWriteArrayList<>();
    return vertx
        .deployVerticle(
            () ->
                new VerticleBase() {
                  @Override
                  public Future<?> start() {
                    contexts.add(context);
                    return Future.succeededFuture();
                  }
                },
            new DeploymentOptions().setInstances(Runtime.getRuntime().availableProcessors() * 2))
        .map(deployed -> new LoadEngine(contexts, clock));
  }

  public int eventLoops() {
    return loops.size();
  }

  /** Drives {@code load}; the future completes when every call has ended. */
  public Future<Void> run(Load load, Work work, Recording recording) {
    return run(
        load,
        work,
        recording,
        clock.getAsLong(),
        round -> Future.succeededFuture(clock.getAsLong()));
  }

  /**
   * As {@link #run(Load, Work, Recording)}.
   *
   * @param began the instant from which calls are due, by the engine's clock: who comes late to it
   *     has calls that start late
   * @param beforeRound tells the instant at which each of its {@link Rounds} is due, from 1
   */
  public Future<Void> run(
      Load load,
      Work work,
      Recording recording,
      long began,
      IntFunction<Future<Long>> beforeRound) {
    return load.drive(
        new Drive(loops, new Attempts(work, recording, clock), clock, began, beforeRound));
  }
}
