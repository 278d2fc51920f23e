package io.ipbx.load.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One run of a scenario with one client. Holds no secret. Times are in milliseconds from the start
 * of the load.
 *
 * @param started the wall clock, ISO 8601
 * @param tookMillis the load alone
 * @param agents who called, where that was not one process alone; none otherwise
 * @param tokens null where the server does not say
 * @param checks none until it is judged
 * @param decides whether its verdict counts: that of a peer, run beside ours, does not
 */
public record RunResult(
    String scenario,
    String question,
    String client,
    String target,
    String started,
    double tookMillis,
    String load,
    Map<String, String> knobs,
    Environment environment,
    List<PhaseResult> phases,
    List<Point> timeline,
    List<Mark> marks,
    List<FlightResult> flights,
    Map<String, Long> errors,
    Generator generator,
    List<AgentResult> agents,
    @Nullable TokenTraffic tokens,
    List<Check> checks,
    boolean decides) {

  /** Results of earlier versions know of no agents. */
  public RunResult {
    agents = Objects.requireNonNullElse(agents, List.of());
  }

  /**
   * One interval of the timeline.
   *
   * @param atMillis its end
   * @param p50Millis latency of the calls that ended within it
   * @param tokenRequests that the auth server got within it
   */
  public record Point(
      double atMillis,
      long started,
      long ended,
      long failed,
      double p50Millis,
      double p99Millis,
      double maxMillis,
      long tokenRequests) {}

  /** Something that was done to the server. */
  public record Mark(double atMillis, String what) {}

  /**
   * One flight for a token, as the client tells it.
   *
   * @param outcome the grant, or the failure
   * @param waiting the calls that it ended the waiting of
   */
  public record FlightResult(double atMillis, double tookMillis, String outcome, long waiting) {}

  /**
   * How the load itself did.
   *
   * @param lagP99Millis how much later than due calls were started
   * @param shed calls not made, because too many were unanswered
   * @param unanswered calls that had not ended when the run was
   * @param strayed calls completed on another context than their caller's
   */
  public record Generator(
      int eventLoops,
      double lagP50Millis,
      double lagP99Millis,
      double lagMaxMillis,
      long shed,
      long unanswered,
      long strayed) {}

  /** What it ran on. */
  public record Environment(
      String java, String os, int processors, long heapMegabytes, String vertx) {}

  /** All calls, whatever their phase. */
  public long calls() {
    return phases.stream().mapToLong(PhaseResult::calls).sum();
  }

  public long failed() {
    return phases.stream().mapToLong(PhaseResult::failed).sum();
  }

  /** Calls answered in each second. */
  public double rate() {
    return tookMillis == 0 ? 0 : calls() * 1000 / tookMillis;
  }

  /** Whether it was judged and every check passed. */
  public boolean passed() {
    return !checks.isEmpty() && checks.stream().allMatch(Check::passed);
  }

  /** The phase that the scenario is about: the first after an event, or else the first. */
  public PhaseResult decisivePhase() {
    return phases.stream()
        .skip(1)
        .filter(phase -> phase.calls() > 0)
        .findFirst()
        .orElse(phases.get(0));
  }

  /** The same, judged by {@code more} besides. */
  public RunResult withChecks(List<Check> more) {
    List<Check> all = new ArrayList<>(checks);
    all.addAll(more);
    return with(all, decides);
  }

  /** The same as a run beside ours, whose verdict decides nothing. */
  public RunResult asPeer() {
    return with(checks, false);
  }

  private RunResult with(List<Check> judged, boolean counts) {
    return new RunResult(
        scenario,
        question,
        client,
        target,
        started,
        tookMillis,
        load,
        knobs,
        environment,
        phases,
        timeline,
        marks,
        flights,
        errors,
        generator,
        agents,
        tokens,
        List.copyOf(judged),
        counts);
  }
}
