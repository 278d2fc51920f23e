package io.ipbx.load.scenario;

import java.util.List;

/** A question to a client of the API, and the load that answers it. */
public interface Scenario {

  /** As on the command line. */
  String name();

  /** The question, in a sentence. */
  String question();

  /** What can be changed about it, with defaults that suit a laptop. */
  List<Knob> knobs();

  /**
   * The load, the events and the expectations for those knobs.
   *
   * @throws IllegalArgumentException naming the knob that is wrong and what is allowed
   */
  Plan plan(Knobs knobs);

  /**
   * Something that can be changed.
   *
   * @param value the default
   */
  record Knob(String name, String value, String meaning) {}
}
