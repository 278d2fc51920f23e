package io.ipbx.load.engine;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Makes single calls and sees that each is recorded, whatever becomes of it. */
final class Attempts {

  private final Work work;
  private final Recording recording;
  private final LongSupplier clock;

  Attempts(Work work, Recording recording, LongSupplier clock) {
    this.work = work;
    this.recording = recording;
    this.clock = clock;
  }

  Recording recording() {
    return recording;
  }

  /**
   * Calls now.
   *
   * @param due when the call was to start: its latency counts from there
   * @param then what follows its end
   */
  void start(long caller, long due, Runnable then) {
    Context home = Vertx.currentContext();
    PhaseLog phase = recording.started(due, clock.getAsLong());
    call(caller)
        .onComplete(
            end -> {
              boolean strayed = Vertx.currentContext() != home;
              recording.finished(phase, clock.getAsLong() - due, end.cause(), strayed);
              if (strayed && home != null) {
                home.runOnContext(back -> then.run());
              } else {
                then.run();
              }
            });
  }

  private Future<?> call(long caller) {
    try {
      @Nullable Future<?> called = work.call(caller);
      return called != null ? called : Future.failedFuture("the call returned null");
    } catch (RuntimeException thrown) {
      return Future.failedFuture(thrown);
    }
  }
}
