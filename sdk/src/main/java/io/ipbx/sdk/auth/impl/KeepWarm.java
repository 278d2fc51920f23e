package io.ipbx.sdk.auth.impl;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;

/** The one timer that renews an identity's tokens without anybody asking. */
final class KeepWarm {

  private final EngineContext engine;
  private final boolean wanted;
  private StopSwitch set = new StopSwitch();

  /**
   * @param wanted false for an identity that is renewed by use alone
   */
  KeepWarm(EngineContext engine, boolean wanted) {
    this.engine = engine;
    this.wanted = wanted;
  }

  /** Runs {@code renewal} after {@code delay}, where flights live, instead of the one before. */
  void in(Duration delay, Runnable renewal) {
    if (!wanted) {
      return;
    }
    StopSwitch next = new StopSwitch();
    replace(next);
    try {
      engine.run(() -> next.arm(engine.time().schedule(delay, renewal)::cancel));
    } catch (RejectedExecutionException closing) {
      // Vert.x is on its way out, and the client with it.
      next.flip();
    }
  }

  void stop() {
    if (wanted) {
      replace(new StopSwitch());
    }
  }

  private void replace(StopSwitch next) {
    StopSwitch before;
    synchronized (this) {
      before = set;
      set = next;
    }
    before.flip();
  }
}
