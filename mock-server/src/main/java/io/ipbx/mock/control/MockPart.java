package io.ipbx.mock.control;

import java.util.Locale;

/**
 * A part of a mock's state, which can be reset, put aside and put back by itself. Several are in
 * this order: the faults' life is counted by the clock, and what they let go is past when the
 * others begin anew.
 */
public enum MockPart {
  /** How the mock behaves. */
  SETTINGS,
  /** The clock: what it shows, and whether it stands still. */
  CLOCK,
  /** The rules of the faults; how often each has acted begins anew when they are put back. */
  FAULTS,
  /**
   * The world: what it is made from, put back only where that is the same, and what was changed in
   * it, as by live calls, profiles and deletions.
   */
  WORLD,
  /** The accesses, with their passwords. */
  ACCESSES,
  /** Sessions, the tokens issued for them, the keys, and the locks after wrong passwords. */
  TOKENS,
  /** The counters. */
  STATS,
  /** The requests that are held. */
  JOURNAL;

  /** The name in the control API and in snapshots. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
