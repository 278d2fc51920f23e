package io.ipbx.load.run;

import io.ipbx.load.result.Check;
import io.ipbx.load.result.PhaseResult;
import io.ipbx.load.result.ResultFile;
import io.ipbx.load.result.RunResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** An earlier result that a run must not fall behind. */
public final class Baseline {

  private final ResultFile stored;
  private final double margin;

  /**
   * @param margin by how much worse a run may be, as a share: 0.25 is a quarter
   */
  public Baseline(ResultFile stored, double margin) {
    if (margin < 0) {
      throw new IllegalArgumentException("margin is " + margin + ": allowed are 0 and more");
    }
    this.stored = stored;
    this.margin = margin;
  }

  /**
   * The stored run to compare with; to be asked for before a run, which is in vain without.
   *
   * @throws IllegalArgumentException when there is none, it was another load, or it did not pass
   */
  public RunResult of(String scenario, String client, String load, Map<String, String> knobs) {
    RunResult before =
        stored.runs().stream()
            .filter(old -> old.scenario().equals(scenario))
            .filter(old -> old.client().equals(client))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the baseline holds no run of " + scenario + ", " + client));
    if (!before.load().equals(load)) {
      throw new IllegalArgumentException(
          "the baseline is of another load (" + before.load() + "): store one of " + load);
    }
    if (!before.knobs().equals(knobs)) {
      throw new IllegalArgumentException(
          "the baseline is of other knobs ("
              + new TreeMap<>(before.knobs())
              + "): store one of "
              + new TreeMap<>(knobs));
    }
    if (!before.passed()) {
      throw new IllegalArgumentException("the baseline did not pass: store a run that did");
    }
    return before;
  }

  /** The run with the checks against {@link #of the stored one}. */
  public RunResult judge(RunResult run) {
    RunResult before = of(run.scenario(), run.client(), run.load(), run.knobs());
    List<Check> checks = new ArrayList<>();
    Map<String, PhaseResult> phases = byOccurrence(run);
    byOccurrence(before)
        .forEach(
            (name, old) -> {
              PhaseResult phase = phases.get(name);
              if (phase == null) {
                checks.add(new Check(name + ", a phase of the baseline", "calls", "none", false));
              } else {
                checks.add(slower("p50", name, old.p50Millis(), phase.p50Millis()));
                checks.add(slower("p99", name, old.p99Millis(), phase.p99Millis()));
              }
            });
    checks.add(
        new Check(
            "calls a second against the baseline",
            String.format(Locale.ROOT, "%,.0f or more", before.rate() / (1 + margin)),
            String.format(Locale.ROOT, "%,.0f", run.rate()),
            run.rate() >= before.rate() / (1 + margin)));
    return run.withChecks(checks);
  }

  /** The phases with calls: of a name that comes again, with each expiry, each by its number. */
  private static Map<String, PhaseResult> byOccurrence(RunResult run) {
    Map<String, PhaseResult> phases = new LinkedHashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    for (PhaseResult phase : run.phases()) {
      int number = seen.merge(phase.name(), 1, Integer::sum);
      if (phase.calls() > 0) {
        phases.put(number == 1 ? phase.name() : phase.name() + " #" + number, phase);
      }
    }
    return phases;
  }

  private Check slower(String percentile, String phase, double before, double now) {
    double allowed = before * (1 + margin);
    return new Check(
        percentile + " against the baseline, " + phase,
        String.format(Locale.ROOT, "at most %,.1f ms", allowed),
        String.format(Locale.ROOT, "%,.1f ms (was %,.1f ms)", now, before),
        now <= allowed);
  }
}
