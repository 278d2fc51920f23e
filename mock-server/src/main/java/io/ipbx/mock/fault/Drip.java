package io.ipbx.mock.fault;

import io.ipbx.mock.control.FaultEffect;
import io.ipbx.mock.wire.HttpExchange;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import java.util.Objects;

/** A body that comes in drops; the next one waits until the one before has gone out. */
final class Drip {

  private static final int DROP = 1;
  private static final long INTERVAL = 100;

  private final HttpExchange exchange;
  private final Buffer body;
  private final int drop;
  private final long interval;
  private final Held.Hold hold;
  private final Promise<Void> done = Promise.promise();
  private int written;

  Drip(HttpExchange exchange, Buffer body, FaultEffect effect, Held.Hold hold) {
    this.exchange = exchange;
    this.body = body;
    this.drop = Objects.requireNonNullElse(effect.getBytes(), DROP);
    this.interval = Objects.requireNonNullElse(effect.getInterval(), INTERVAL);
    this.hold = hold;
  }

  /** Completes when all is out, and never when the connection is lost before. */
  Future<Void> start() {
    next();
    return done.future();
  }

  private void next() {
    int end = Math.min(written + drop, body.length());
    Buffer bytes = body.slice(written, end);
    written = end;
    if (end == body.length()) {
      hold.end();
      exchange.finish(bytes).onComplete(done);
    } else {
      exchange.response().write(bytes).onSuccess(out -> hold.every(interval, this::next));
    }
  }
}
