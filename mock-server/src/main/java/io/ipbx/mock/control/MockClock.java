package io.ipbx.mock.control;

import java.time.Duration;
import java.time.Instant;

/**
 * The one clock of a mock: tokens are issued, checked and expire by it. It runs with the system's
 * clock until it is frozen, advanced or set. Safe to use from any thread; a change is seen by the
 * next request.
 */
public interface MockClock {

  /** The instant the mock believes it is, to the millisecond. */
  default Instant now() {
    return Instant.ofEpochMilli(millis());
  }

  /** {@link #now()} in milliseconds since the epoch: no allocation. */
  long millis();

  boolean isFrozen();

  /** Stops at the present instant; {@link #advance} and {@link #set} still move it. */
  MockClock freeze();

  /** Runs on from where it stands. */
  MockClock resume();

  /** Moves by {@code duration}, which may be negative. */
  MockClock advance(Duration duration);

  /** Moves to {@code instant}; runs on from there unless frozen. */
  MockClock set(Instant instant);

  /** Back to the system's clock, running. */
  MockClock reset();
}
