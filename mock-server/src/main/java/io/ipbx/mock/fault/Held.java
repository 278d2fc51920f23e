package io.ipbx.mock.fault;

import io.ipbx.mock.wire.HttpExchange;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The exchanges that faults keep waiting. Each is let go when its connection closes, so that
 * neither a timer nor the exchange outlives it; all of them when the faults are cleared.
 */
final class Held {

  private final Vertx vertx;
  private final Set<Hold> holds = ConcurrentHashMap.newKeySet();
  private volatile int generation;

  Held(Vertx vertx) {
    this.vertx = vertx;
  }

  /** One exchange kept waiting; belongs to its event loop. */
  final class Hold {

    private static final long NO_TIMER = -1;

    private final HttpExchange exchange;
    private final Context context = vertx.getOrCreateContext();
    private long timer = NO_TIMER;
    private boolean over;

    private Hold(HttpExchange exchange) {
      this.exchange = exchange;
    }

    /** Runs {@code then} so many milliseconds later, holding no longer, unless it is over. */
    void after(long millis, Runnable then) {
      every(
          millis,
          () -> {
            end();
            then.run();
          });
    }

    /** Runs {@code then} so many milliseconds later, still holding, unless it is over. */
    void every(long millis, Runnable then) {
      if (!over) {
        timer =
            vertx.setTimer(
                millis,
                fired -> {
                  timer = NO_TIMER;
                  then.run();
                });
      }
    }

    void end() {
      over = true;
      holds.remove(this);
      if (timer != NO_TIMER) {
        vertx.cancelTimer(timer);
        timer = NO_TIMER;
      }
    }

    private void cut() {
      context.runOnContext(
          turn -> {
            if (!over) {
              end();
              Wire.close(exchange);
            }
          });
    }
  }

  /** Changes when all is let go; what was decided under another is not to begin. */
  int generation() {
    return generation;
  }

  /** Holds {@code exchange} until it is over or {@link Hold#end} is called. */
  Hold hold(HttpExchange exchange, int decidedUnder) {
    Hold hold = new Hold(exchange);
    if (exchange.response().closed()) {
      hold.over = true;
      return hold;
    }
    holds.add(hold);
    exchange.atEnd(over -> hold.end());
    if (decidedUnder != generation) {
      hold.cut();
    }
    return hold;
  }

  int size() {
    return holds.size();
  }

  /** Closes the connection of all that wait. */
  synchronized void cutAll() {
    generation++;
    holds.forEach(Hold::cut);
  }
}
