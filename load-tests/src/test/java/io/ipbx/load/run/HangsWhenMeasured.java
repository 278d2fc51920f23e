package io.ipbx.load.run;

import io.ipbx.load.client.Assignment;
import io.ipbx.load.client.Contender;
import io.ipbx.load.client.Session;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicInteger;

/** Warms up and takes its first token, then never answers again. */
final class HangsWhenMeasured implements Contender {

  private final AtomicInteger opened = new AtomicInteger();

  @Override
  public Session open(Vertx vertx, Assignment assignment) {
    if (opened.incrementAndGet() == 1) {
      return caller -> Future.succeededFuture();
    }
    AtomicInteger calls = new AtomicInteger();
    return caller ->
        calls.incrementAndGet() == 1 ? Future.succeededFuture() : Promise.<Void>promise().future();
  }
}
