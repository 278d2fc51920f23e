package io.ipbx.sdk.auth.impl;

import org.jspecify.annotations.Nullable;

/** Stops what is going on, also when it is told what that is only after it was thrown. */
final class StopSwitch {

  private @Nullable Runnable stop;
  private boolean thrown;

  /** From now on {@code action} is what stops it; runs it at once when already thrown. */
  void arm(Runnable action) {
    synchronized (this) {
      if (!thrown) {
        stop = action;
        return;
      }
    }
    action.run();
  }

  /** Stops it; a second time does nothing. */
  void flip() {
    Runnable action;
    synchronized (this) {
      thrown = true;
      action = stop;
      stop = null;
    }
    if (action != null) {
      action.run();
    }
  }
}
