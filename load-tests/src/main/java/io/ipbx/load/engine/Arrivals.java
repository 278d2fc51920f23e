package io.ipbx.load.engine;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The open model: calls start when they are due, however long those before them take, as callers do
 * that know nothing of each other. Callers take turns.
 *
 * @param atMost how many calls may be unanswered; what is due beyond that is shed, and counted
 */
public record Arrivals(ArrivalSchedule schedule, long callers, long atMost) implements Load {

  public static final long DEFAULT_AT_MOST = 500_000;

  /** The longest sleep, so that a stop is noticed. */
  private static final long NAP = 1_000_000;

  public Arrivals {
    if (callers < 1 || atMost < 1) {
      throw new IllegalArgumentException(
          "callers is " + callers + " and atMost " + atMost + ": allowed are 1 and more");
    }
  }

  public Arrivals(ArrivalSchedule schedule, long callers) {
    this(schedule, callers, DEFAULT_AT_MOST);
  }

  @Override
  public Duration lasts() {
    return schedule.duration();
  }

  @Override
  public Load part(int index, int of) {
    return new Arrivals(schedule.part(index, of), callersOf(index, of), Math.max(1, atMost / of));
  }

  @Override
  public Future<Void> drive(Drive drive) {
    Pacer pacer = new Pacer(drive);
    Thread thread = new Thread(pacer, "load-pacer");
    thread.setDaemon(true);
    thread.start();
    return pacer.over.future();
  }

  /** Hands calls to the event loops as they fall due; a thread of its own, as loops may be busy. */
  private final class Pacer implements Runnable {

    private final Drive drive;
    private final long total = schedule.total();
    private final AtomicLong left = new AtomicLong(total);
    private final Promise<Void> over = Promise.promise();

    Pacer(Drive drive) {
      this.drive = drive;
    }

    @Override
    public void run() {
      try {
        pace();
      } catch (RejectedExecutionException gone) {
        // Whoever closes the event loops in the midst of a load wants no more of it.
        over.tryFail(gone);
      }
    }

    private void pace() {
      if (total == 0) {
        over.complete();
      }
      long next = 0;
      while (next < total && !drive.recording().isClosed()) {
        long elapsed = drive.clock().getAsLong() - drive.began();
        long first = next;
        while (next < total && schedule.startOf(next) <= elapsed) {
          next++;
        }
        if (next > first) {
          handOut(first, next);
        } else {
          LockSupport.parkNanos(Math.min(schedule.startOf(next) - elapsed, NAP));
        }
      }
    }

    private void handOut(long first, long end) {
      int loops = drive.loops().size();
      for (long start = first; start < Math.min(first + loops, end); start++) {
        long begin = start;
        Context loop = drive.loopOf(start);
        loop.runOnContext(
            go -> {
              for (long call = begin; call < end; call += loops) {
                start(call);
              }
            });
      }
    }

    private void start(long call) {
      if (drive.recording().unanswered() >= atMost) {
        drive.recording().shed();
        ended();
      } else {
        drive.attempts().start(call % callers, drive.began() + schedule.startOf(call), this::ended);
      }
    }

    private void ended() {
      if (left.decrementAndGet() == 0) {
        over.tryComplete();
      }
    }
  }

  @Override
  public String toString() {
    return "open: " + schedule;
  }
}
