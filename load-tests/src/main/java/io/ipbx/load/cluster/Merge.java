package io.ipbx.load.cluster;

import io.ipbx.load.engine.Measurement;
import io.ipbx.load.engine.Measurement.Phase;
import io.ipbx.load.result.AgentResult;
import io.ipbx.load.result.RunResult.FlightResult;
import io.ipbx.load.run.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * Makes one outcome of several: histograms are added, value by value, and never their percentiles.
 */
final class Merge {

  private static final double MILLI = 1e6;
  private static final int DIGITS = 3;

  private final Map<String, Phase> phases = new LinkedHashMap<>();
  private final Map<String, Long> errors = new TreeMap<>();
  private final List<FlightResult> flights = new ArrayList<>();
  private final List<AgentResult> agents = new ArrayList<>();
  private final Histogram lag = new Histogram(DIGITS);
  private int eventLoops;
  private long took;
  private long shed;
  private long unanswered;
  private long strayed;

  /**
   * Adds what came of one agent.
   *
   * @param late nanoseconds by which it began after the common start, from which its times count
   */
  void add(String name, Outcome outcome, long late, long clockError) {
    Measurement measured = outcome.measured();
    Map<String, Integer> seen = new HashMap<>();
    for (Phase phase : measured.phases()) {
      // A name may come again, with each expiry: its first is one phase, its second another.
      String key = phase.name() + '#' + seen.merge(phase.name(), 1, Integer::sum);
      phases.merge(key, phase, Merge::sum);
    }
    measured.errors().forEach((kind, count) -> errors.merge(kind, count, Long::sum));
    flights.addAll(outcome.flights());
    lag.add(measured.lag());
    eventLoops += outcome.eventLoops();
    took = Math.max(took, measured.took());
    shed += measured.shed();
    unanswered += measured.unanswered();
    strayed += measured.strayed();
    agents.add(
        new AgentResult(
            name,
            measured.phases().stream().mapToLong(phase -> phase.latencies().getTotalCount()).sum(),
            measured.phases().stream().mapToLong(Phase::failed).sum(),
            late / MILLI,
            clockError / MILLI,
            measured.lag().getValueAtPercentile(99) / MILLI,
            measured.lag().getMaxValue() / MILLI,
            null));
  }

  /** Adds an agent of which there is no more than what it told before it was lost. */
  void addLost(RemoteAgent agent, String why) {
    agents.add(new AgentResult(agent.name(), agent.ended(), agent.failed(), 0, 0, 0, 0, why));
  }

  private static Phase sum(Phase one, Phase other) {
    Histogram latencies = one.latencies().copy();
    latencies.add(other.latencies());
    return new Phase(
        one.name(),
        Math.min(one.from(), other.from()),
        one.started() + other.started(),
        one.failed() + other.failed(),
        latencies);
  }

  Outcome outcome() {
    flights.sort(Comparator.comparingDouble(FlightResult::atMillis));
    return new Outcome(
        new Measurement(
            took, List.copyOf(phases.values()), List.of(), errors, lag, shed, unanswered, strayed),
        eventLoops,
        List.copyOf(flights),
        List.copyOf(agents));
  }
}
