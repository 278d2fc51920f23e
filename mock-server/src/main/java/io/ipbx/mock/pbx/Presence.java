package io.ipbx.mock.pbx;

import io.ipbx.mock.pbx.world.Shift;

/** What a member of the staff is doing now. */
enum Presence {
  LOGGED_OUT,
  PAUSED,
  BUSY,
  IDLE;

  /** By the shift of the day, unless a call goes on. */
  static Presence of(Shift shift, int secondOfDay, boolean isInCall) {
    if (isInCall) {
      return BUSY;
    }
    if (!shift.holds(secondOfDay)) {
      return LOGGED_OUT;
    }
    return shift.pauseAt(secondOfDay) == null ? IDLE : PAUSED;
  }

  boolean isFree() {
    return this == IDLE;
  }
}
