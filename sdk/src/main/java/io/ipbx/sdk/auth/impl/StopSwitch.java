package io.ipbx.sdk.auth.impl;

import org.jspecify.annotations.Nullable;

/** Stops what is going on, also when it is told what that is only after it was thrown. */
public final class StopSwitch {

  private @Nullable Runnable stop;
  private volatile boolean thrown;

  /** From now on {@code action} is what stops it; runs it at once when already thrown. */
  public void arm(Runnable action) {
    synchronized (this) {
      if (!thrown) {
        stop = action;
        return;
      }
    }
    action.run();
  }

  /** Whether it was stopped. */
  public boolean isFlipped() {
    return thrown;
  }

  /**
   * Stops it; a second time does nothing.
   *
   * @return whether this was the first time
   */
  public boolean flip() {
    Runnable action;
    synchronized (this) {
      if (thrown) {
        return false;
      }
      thrown = true;
      action = stop;
      stop = null;
    }
    if (action != null) {
      action.run();
    }
    return true;
  }
}
