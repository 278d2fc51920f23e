package io.ipbx.load.engine;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The closed model: each caller calls again as soon as it is answered, so many times or for so
 * long.
 *
 * @param calls of each caller; 0 for as many as it makes
 * @param duration after which no call starts; null for no such end
 */
public record Loops(long callers, int calls, @Nullable Duration duration) implements Load {

  public Loops {
    if (callers < 1 || calls < 0) {
      throw new IllegalArgumentException(
          "callers is " + callers + " and calls " + calls + ": allowed are 1 and more callers");
    }
    if (calls == 0 && duration == null) {
      throw new IllegalArgumentException("the load has no end: give calls, or a duration");
    }
  }

  @Override
  public Duration lasts() {
    return duration == null ? Duration.ZERO : duration;
  }

  @Override
  public Load part(int index, int of) {
    return new Loops(callersOf(index, of), calls, duration);
  }

  @Override
  public Future<Void> drive(Drive drive) {
    Promise<Void> over = Promise.promise();
    long began = drive.began();
    long end = duration != null ? began + duration.toNanos() : Long.MAX_VALUE;
    AtomicLong left = new AtomicLong(callers);
    for (long caller = 0; caller < callers; caller++) {
      Loop loop = new Loop(drive, caller, end, left, over);
      drive.loopOf(caller).runOnContext(go -> loop.next(began));
    }
    return over.future();
  }

  /** One caller. */
  private final class Loop {

    private final Drive drive;
    private final long caller;
    private final long end;
    private final AtomicLong left;
    private final Promise<Void> over;
    private int made;
    private boolean calling;
    private boolean again;

    Loop(Drive drive, long caller, long end, AtomicLong left, Promise<Void> over) {
      this.drive = drive;
      this.caller = caller;
      this.end = end;
      this.left = left;
      this.over = over;
    }

    /** A loop and not a recursion, where calls are answered at once; others get their turn. */
    void next(long due) {
      again = true;
      if (calling) {
        return;
      }
      calling = true;
      long start = due;
      for (int turn = 0; again; turn++) {
        again = false;
        if ((calls > 0 && made == calls) || start >= end || drive.recording().isClosed()) {
          if (left.decrementAndGet() == 0) {
            over.complete();
          }
          break;
        }
        if (turn == Drive.TURN) {
          long later = start;
          drive.loopOf(caller).runOnContext(go -> next(later));
          break;
        }
        made++;
        drive.attempts().start(caller, start, () -> next(drive.clock().getAsLong()));
        start = drive.clock().getAsLong();
      }
      calling = false;
    }
  }

  @Override
  public String toString() {
    return "closed: "
        + callers
        + " callers, "
        + (calls > 0 ? calls + " calls each" : "for " + duration);
  }
}
