package io.ipbx.load.demo;

import io.vertx.core.Context;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A context on each event loop of a Vert.x instance, as its verticles have them. */
final class EventLoops {

  private EventLoops() {}

  static List<Context> of(Vertx vertx) {
    List<Context> contexts = new CopyOnWriteArrayList<>();
    int loops = Runtime.getRuntime().availableProcessors() * 2;
    vertx
        .deployVerticle(
            () ->
                new VerticleBase() {
                  @Override
                  public Future<?> start() {
                    contexts.add(context);
                    return Future.succeededFuture();
                  }
                },
            new DeploymentOptions().setInstances(loops))
        .await();
    return contexts;
  }
}
