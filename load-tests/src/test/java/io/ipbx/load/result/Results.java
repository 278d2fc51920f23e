package io.ipbx.load.result;

import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Results to judge. */
public final class Results {

  private static final long MILLI = 1_000_000;

  private Results() {}

  /** A run with one phase of calls that took that many milliseconds each. */
  public static RunResult run(long failed, @Nullable TokenTraffic tokens, long... millis) {
    Histogram latency = new Histogram(3);
    for (long each : millis) {
      latency.recordValue(each * MILLI);
    }
    return run(tokens, PhaseResult.of("all", 0, failed, 0, latency));
  }

  /** A run with those phases. */
  public static RunResult run(@Nullable TokenTraffic tokens, PhaseResult... phases) {
    return run(tokens, List.of(), phases);
  }

  /** A run of those agents. */
  public static RunResult run(
      @Nullable TokenTraffic tokens, List<AgentResult> agents, PhaseResult... phases) {
    return new RunResult(
        "storm",
        "Who <wins> & why?",
        "ipbx-sdk",
        "embedded mock",
        "2026-03-02T08:00:00Z",
        1_000,
        "closed",
        Map.of("callers", "3"),
        new RunResult.Environment("java", "os", 2, 512, "5"),
        List.of(phases),
        List.of(new RunResult.Point(100, 3, 3, 0, 1, 2, 3, 1)),
        List.of(new RunResult.Mark(50, "tokens expire")),
        List.of(new RunResult.FlightResult(60, 10, "refresh", 3)),
        Map.of(),
        new RunResult.Generator(4, 0, 1, 2, 0, 0, 0),
        agents,
        tokens,
        List.of(),
        true);
  }

  /** Traffic in which that many tokens were needed. */
  public static TokenTraffic tokens(long requests, long granted, long peak, long due) {
    return new TokenTraffic(requests, granted, peak, due, Map.of("password", 1L), Map.of());
  }
}
