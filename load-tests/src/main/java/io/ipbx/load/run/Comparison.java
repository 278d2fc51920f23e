package io.ipbx.load.run;

import io.ipbx.load.client.Contenders;
import io.ipbx.load.result.Check;
import io.ipbx.load.result.PhaseResult;
import io.ipbx.load.result.RunResult;
import io.ipbx.load.scenario.Knobs;
import io.ipbx.load.scenario.Scenario;
import io.ipbx.load.target.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The same scenario with several clients, alternating, and how the first does beside the others.
 */
public final class Comparison {

  /** The round that does not count: the server, too, is slow until it is compiled. */
  private static final int WARM_UP = -1;

  private final Runner runner;
  private final int rounds;
  private final double margin;

  /**
   * @param rounds how often each client runs
   * @param margin by how many times the first client's latency may be a peer's
   */
  public Comparison(Runner runner, int rounds, double margin) {
    if (rounds < 1 || margin <= 0) {
      throw new IllegalArgumentException(
          "rounds is "
              + rounds
              + " and margin "
              + margin
              + ": allowed are 1 and more rounds, and a margin above 0");
    }
    this.runner = runner;
    this.rounds = rounds;
    this.margin = margin;
  }

  /**
   * For each client, after one run that does not count, its median run by p99, the first with the
   * checks of the comparison. A run of the first that failed is taken before any other. A run that
   * comes to nothing is one that failed; the others go on.
   *
   * @throws IllegalArgumentException when a client is not known, or the very first run says that
   *     what is asked for cannot be
   */
  public List<RunResult> run(Scenario scenario, Knobs knobs, List<String> clients, Target target) {
    clients.forEach(Contenders::of);
    List<List<RunResult>> all = clients.stream().map(client -> runs()).toList();
    for (int round = WARM_UP; round < rounds; round++) {
      for (int turn = 0; turn < clients.size(); turn++) {
        // Whoever comes first finds the machine as nobody else does: so each does in turn.
        int which = Math.floorMod(turn + round, clients.size());
        boolean veryFirst = round == WARM_UP && turn == 0;
        RunResult result = run(scenario, knobs, clients.get(which), target, veryFirst);
        if (round > WARM_UP) {
          all.get(which).add(result);
        }
      }
    }
    List<RunResult> peers =
        all.stream().skip(1).map(Comparison::median).map(RunResult::asPeer).toList();
    return judged(firstFailed(all.get(0), median(all.get(0))), peers, margin);
  }

  private RunResult run(
      Scenario scenario, Knobs knobs, String client, Target target, boolean veryFirst) {
    try {
      return runner.run(scenario, knobs, client, Contenders.of(client), target);
    } catch (RuntimeException failure) {
      if (veryFirst && failure instanceof IllegalArgumentException) {
        throw failure;
      }
      return BrokenRun.of(scenario, knobs, client, failure);
    }
  }

  private static List<RunResult> runs() {
    return new ArrayList<>();
  }

  private static RunResult firstFailed(List<RunResult> runs, RunResult otherwise) {
    return runs.stream().filter(run -> !run.passed()).findFirst().orElse(otherwise);
  }

  private static RunResult median(List<RunResult> runs) {
    List<RunResult> sorted =
        new ArrayList<>(runs.stream().filter(run -> run.decisivePhase().due() > 0).toList());
    if (sorted.isEmpty()) {
      return runs.get(0);
    }
    sorted.sort(Comparator.comparingDouble(run -> run.decisivePhase().p99Millis()));
    return sorted.get((sorted.size() - 1) / 2);
  }

  static List<RunResult> judged(RunResult ours, List<RunResult> peers, double margin) {
    List<Check> checks = new ArrayList<>();
    for (RunResult peer : peers) {
      checks.add(latency(ours, peer, margin));
      if (ours.tokens() != null && peer.tokens() != null) {
        checks.add(requests(ours, peer));
      }
    }
    List<RunResult> all = new ArrayList<>(List.of(ours.withChecks(checks)));
    all.addAll(peers);
    return all;
  }

  /** Nobody has to be as quick as a peer of whose calls more fail than a p99 can leave out. */
  private static Check latency(RunResult ours, RunResult peer, double margin) {
    String name = "p99 beside " + peer.client();
    String wanted = String.format(Locale.ROOT, "at most %.2f times its", margin);
    PhaseResult theirs = peer.decisivePhase();
    PhaseResult mine = ours.decisivePhase();
    long bad = theirs.failed() + theirs.unanswered();
    if (theirs.due() == 0) {
      String why =
          peer.checks().stream()
              .filter(check -> !check.passed())
              .map(Check::seen)
              .findFirst()
              .orElse("it made no call");
      return new Check(name, wanted, "not compared: " + why, true);
    }
    if (100 * bad > theirs.due() || theirs.p99Millis() == 0) {
      String why =
          String.format(
              Locale.ROOT, "not compared: %,d of its %,d calls failed", bad, theirs.due());
      return new Check(name, wanted, why, true);
    }
    double ratio = mine.p99Millis() / theirs.p99Millis();
    return new Check(
        name,
        wanted,
        String.format(
            Locale.ROOT,
            "%.2f times: %,.1f ms to %,.1f ms",
            ratio,
            mine.p99Millis(),
            theirs.p99Millis()),
        ratio <= margin);
  }

  private static Check requests(RunResult ours, RunResult peer) {
    long mine = ours.tokens() == null ? 0 : ours.tokens().requests();
    long theirs = peer.tokens() == null ? 0 : peer.tokens().requests();
    return new Check(
        "token requests beside " + peer.client(),
        "no more than its",
        String.format(Locale.ROOT, "%,d to %,d", mine, theirs),
        mine <= theirs);
  }
}
