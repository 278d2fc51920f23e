package io.ipbx.load.scenario;

import io.ipbx.load.scenario.Scenario.Knob;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The knobs of one run, read by their kind. */
public final class Knobs {

  private final Map<String, String> values = new TreeMap<>();

  /**
   * The defaults, and {@code set} over them.
   *
   * @throws IllegalArgumentException for a knob that the scenario does not have
   */
  public Knobs(List<Knob> known, Map<String, String> set) {
    known.forEach(knob -> values.put(knob.name(), knob.value()));
    set.forEach(
        (name, value) -> {
          if (!values.containsKey(name)) {
            throw new IllegalArgumentException(
                "there is no knob '" + name + "': this scenario has " + values.keySet());
          }
          values.put(name, value);
        });
  }

  public Map<String, String> asMap() {
    return Map.copyOf(values);
  }

  /** A number of things, 1 or more. */
  public int count(String name) {
    int count = whole(name);
    if (count < 1) {
      throw wrong(name, "a whole number of 1 or more");
    }
    return count;
  }

  private int whole(String name) {
    try {
      return Integer.parseInt(text(name));
    } catch (NumberFormatException none) {
      throw wrong(name, "a whole number of 1 or more");
    }
  }

  /** Calls a second, above 0. */
  public double rate(String name) {
    double rate;
    try {
      rate = Double.parseDouble(text(name));
    } catch (NumberFormatException none) {
      rate = -1;
    }
    if (!(rate > 0)) {
      throw wrong(name, "calls a second, above 0");
    }
    return rate;
  }

  public Duration duration(String name) {
    String text = text(name);
    try {
      return Durations.parse(text);
    } catch (IllegalArgumentException none) {
      throw wrong(name, Durations.ALLOWED);
    }
  }

  /** A duration that a server is told in whole seconds. */
  public Duration seconds(String name) {
    Duration duration = duration(name);
    if (duration.toNanosPart() != 0 || duration.toMillisPart() != 0) {
      throw wrong(name, "whole seconds such as 1s");
    }
    return duration;
  }

  public String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("there is no knob '" + name + "'");
    }
    return value;
  }

  private IllegalArgumentException wrong(String name, String allowed) {
    return new IllegalArgumentException(name + " is '" + text(name) + "': it takes " + allowed);
  }
}
