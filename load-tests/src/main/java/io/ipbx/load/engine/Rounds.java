package io.ipbx.load.engine;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The closed model, in step: all callers call at the same instant, and none calls again before all
 * are answered. So what happens between two rounds happens to every caller alike.
 */
public record Rounds(long callers, int rounds) implements Load {

  public Rounds {
    if (callers < 1 || rounds < 1) {
      throw new IllegalArgumentException(
          "callers is " + callers + " and rounds " + rounds + ": allowed are 1 and more");
    }
  }

  @Override
  public Load part(int index, int of) {
    return new Rounds(callersOf(index, of), rounds);
  }

  @Override
  public Future<Void> drive(Drive drive) {
    return round(drive, 1);
  }

  private Future<Void> round(Drive drive, int number) {
    if (number > rounds || drive.recording().isClosed()) {
      return Future.succeededFuture();
    }
    return drive
        .beforeRound()
        .apply(number)
        .compose(due -> release(drive, due))
        .compose(ended -> round(drive, number + 1));
  }

  private Future<Void> release(Drive drive, long due) {
    Promise<Void> over = Promise.promise();
    AtomicLong left = new AtomicLong(callers);
    Runnable ended =
        () -> {
          if (left.decrementAndGet() == 0) {
            over.complete();
          }
        };
    int loops = drive.loops().size();
    for (long first = 0; first < Math.min(callers, loops); first++) {
      turn(drive, drive.loopOf(first), first, due, ended);
    }
    return over.future();
  }

  private void turn(Drive drive, Context loop, long first, long due, Runnable ended) {
    loop.runOnContext(
        go -> {
          int loops = drive.loops().size();
          long caller = first;
          for (int calls = 0; calls < Drive.TURN && caller < callers; calls++, caller += loops) {
            drive.attempts().start(caller, due, ended);
          }
          if (caller < callers) {
            turn(drive, loop, caller, due, ended);
          }
        });
  }

  @Override
  public String toString() {
    return "closed: " + callers + " callers at once, " + rounds + " times";
  }
}
