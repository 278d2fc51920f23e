package io.ipbx.sdk.auth.impl;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** The one timer that renews an identity's tokens without anybody asking. */
final class KeepWarm {

  private final EngineContext engine;
  private final boolean wanted;
  private final Duration anotherLook;
  private StopSwitch set = new StopSwitch();

  /**
   * @param wanted false for an identity that is renewed by use alone
   * @param anotherLook after which to try again where nothing tells when
   */
  KeepWarm(EngineContext engine, boolean wanted, Duration anotherLook) {
    this.engine = engine;
    this.wanted = wanted;
    this.anotherLook = anotherLook;
  }

  /**
   * Runs {@code renewal} where flights live, instead of the one before.
   *
   * @param due after which time; null when nothing tells
   */
  void in(@Nullable Duration due, Runnable renewal) {
    if (!wanted) {
      return;
    }
    Duration delay = due == null ? anotherLook : due;
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
