package io.ipbx.load.scenario;

import java.time.Duration;

/** A deed and when it is done. */
public sealed interface Step {

  Deed deed();

  /** So long after the load began. */
  record At(Duration after, Deed deed) implements Step {}

  /** Once that many calls have ended. */
  record AfterCalls(long calls, Deed deed) implements Step {}

  /** Before that round, from 1, while no call is under way. */
  record BeforeRound(int round, Deed deed) implements Step {}
}
