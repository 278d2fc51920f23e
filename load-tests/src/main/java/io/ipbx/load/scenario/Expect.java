package io.ipbx.load.scenario;

import io.ipbx.load.result.AgentResult;
import io.ipbx.load.result.Check;
import io.ipbx.load.result.PhaseResult;
import io.ipbx.load.result.RunResult;
import io.ipbx.load.result.TokenTraffic;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.HdrHistogram.Histogram;

/** Expectations. Those about tokens fail where the server does not count them. */
public final class Expect {

  private static final double NANOS = 1e6;

  private Expect() {}

  /** Something was called at all: a run without calls proves nothing. */
  public static Expectation calls() {
    return result -> check("calls made", "1 or more", count(result.calls()), result.calls() > 0);
  }

  /** At most that many calls failed. */
  public static Expectation failedCalls(long atMost) {
    return result -> {
      long bad = result.failed() + result.generator().unanswered();
      return check("failed calls", atMost(atMost), count(bad), bad <= atMost);
    };
  }

  /** At most that share of the calls of one phase failed; fails when there was none. */
  public static Expectation failedCallsIn(String phase, double atMost) {
    return result -> rateCheck("error rate, " + phase, phases(result, phase), atMost);
  }

  private static List<PhaseResult> phases(RunResult result, String name) {
    return result.phases().stream()
        .filter(phase -> phase.name().equals(name) && phase.due() > 0)
        .toList();
  }

  private static Check rateCheck(String name, List<PhaseResult> phases, double atMost) {
    long due = phases.stream().mapToLong(PhaseResult::due).sum();
    long bad = phases.stream().mapToLong(phase -> phase.failed() + phase.unanswered()).sum();
    double rate = (double) bad / due;
    return check(
        name,
        "at most " + percent(atMost),
        due == 0 ? "no such call" : percent(rate),
        rate <= atMost);
  }

  /** At least that many calls failed: that a scenario does what it says. */
  public static Expectation failedCallsAtLeast(long atLeast) {
    return result ->
        check(
            "failed calls",
            "at least " + count(atLeast),
            count(result.failed()),
            result.failed() >= atLeast);
  }

  /** At most that share of calls failed. */
  public static Expectation errorRate(double atMost) {
    return result -> rateCheck("error rate", result.phases(), atMost);
  }

  /** A percentile of the latency of all calls. */
  public static Expectation latency(double percentile, Duration atMost) {
    return result -> latencyCheck(label(percentile), percentile, result.phases(), atMost);
  }

  /** A percentile of the latency of the calls of one phase; fails when there was none. */
  public static Expectation latency(double percentile, String phase, Duration atMost) {
    String name = label(percentile) + ", " + phase;
    return result -> latencyCheck(name, percentile, phases(result, phase), atMost);
  }

  private static Check latencyCheck(
      String name, double percentile, List<PhaseResult> phases, Duration atMost) {
    Histogram latencies = new Histogram(PhaseResult.DIGITS);
    phases.forEach(phase -> latencies.add(phase.histogram()));
    long due = phases.stream().mapToLong(PhaseResult::due).sum();
    // Calls without an answer are the slowest of all: where the percentile is one, it has no end.
    double amongAnswered = percentile * due / latencies.getTotalCount();
    boolean answered = amongAnswered <= 100;
    double millis = latencies.getValueAtPercentile(amongAnswered) / NANOS;
    String seen = answered ? String.format(Locale.ROOT, "%,.1f ms", millis) : "not answered";
    return check(
        name,
        "at most " + millis(atMost),
        due == 0 ? "no such call" : seen,
        answered && millis * NANOS <= atMost.toNanos());
  }

  private static String label(double percentile) {
    String number =
        percentile == Math.rint(percentile)
            ? Long.toString((long) percentile)
            : Double.toString(percentile);
    return percentile == 100 ? "slowest call" : "latency p" + number;
  }

  /** Exactly so many new tokens for each identity and each end of its token. */
  public static Expectation grantsPerExpiry(int exactly) {
    return tokens(
        "grants per expiry",
        "exactly " + exactly,
        seen -> count(seen.granted()) + " for " + count(seen.due()),
        seen -> seen.granted() == exactly * seen.due());
  }

  /** At most so many token requests in all, refused ones too. */
  public static Expectation tokenRequests(long atMost) {
    return tokens(
        "token requests",
        atMost(atMost),
        seen -> count(seen.requests()),
        seen -> seen.requests() <= atMost);
  }

  /** At most so many token requests with that grant. */
  public static Expectation grants(String grant, long atMost) {
    return tokens(
        grant + " grants",
        atMost(atMost),
        seen -> count(seen.byGrant().getOrDefault(grant, 0L)),
        seen -> seen.byGrant().getOrDefault(grant, 0L) <= atMost);
  }

  /** At most so many token requests were refused: a refresh token presented twice is. */
  public static Expectation refusedTokenRequests(long atMost) {
    return tokens(
        "token requests refused",
        atMost(atMost),
        seen -> count(refused(seen)),
        seen -> refused(seen) <= atMost);
  }

  /** At least so many token requests were refused: the server was really down. */
  public static Expectation refusedTokenRequestsAtLeast(long atLeast) {
    return tokens(
        "token requests while it is down",
        "at least " + count(atLeast) + " refused",
        seen -> count(refused(seen)),
        seen -> refused(seen) >= atLeast);
  }

  /** At least so many new tokens. */
  public static Expectation grantsAtLeast(long atLeast) {
    return tokens(
        "new tokens",
        "at least " + count(atLeast),
        seen -> count(seen.granted()),
        seen -> seen.granted() >= atLeast);
  }

  /** What {@code bound} expects of so many processes as made the calls. */
  public static Expectation ofEachProcess(LongFunction<Expectation> bound) {
    return result -> bound.apply(Math.max(1, result.agents().size())).judge(result);
  }

  private static long refused(TokenTraffic seen) {
    return seen.requests() - seen.granted();
  }

  /** At most so many token requests of one identity at the same time. */
  public static Expectation peakTokenRequests(long atMost) {
    return tokens(
        "token requests at the same time",
        atMost(atMost),
        seen -> count(seen.peak()),
        seen -> seen.peak() <= atMost);
  }

  /** At most so many new tokens that nobody needed. */
  public static Expectation duplicateRefreshes(long atMost) {
    return tokens(
        "duplicate refreshes",
        atMost(atMost),
        seen -> count(seen.duplicates()),
        seen -> seen.duplicates() <= atMost);
  }

  private static Expectation tokens(
      String name,
      String wanted,
      Function<TokenTraffic, String> shown,
      Predicate<TokenTraffic> holds) {
    return result -> {
      TokenTraffic seen = result.tokens();
      return seen == null
          ? check(name, wanted, "the server does not say", false)
          : check(name, wanted, shown.apply(seen), holds.test(seen));
    };
  }

  /** The load kept its own pace: else its numbers are not worth much. */
  public static Expectation generatorLag(Duration atMost) {
    return result -> {
      RunResult.Generator generator = result.generator();
      // Of several agents the worst: a hundredth of all calls could be all of one agent's.
      double lag =
          result.agents().stream()
              .mapToDouble(AgentResult::lagP99Millis)
              .reduce(generator.lagP99Millis(), Math::max);
      boolean kept = lag * NANOS <= atMost.toNanos() && generator.shed() == 0;
      return check(
          "generator lag p99",
          "at most " + millis(atMost) + ", no call shed",
          String.format(Locale.ROOT, "%,.1f ms, %,d shed", lag, generator.shed()),
          kept);
    };
  }

  /** Every call completed on its caller's own context. */
  public static Expectation ownContext() {
    return result ->
        check(
            "calls not answered on their caller's context",
            "none",
            count(result.generator().strayed()),
            result.generator().strayed() == 0);
  }

  private static Check check(String name, String wanted, String seen, boolean passed) {
    return new Check(name, wanted, seen, passed);
  }

  private static String atMost(long number) {
    return number == 0 ? "none" : "at most " + count(number);
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", share * 100);
  }

  private static String millis(Duration duration) {
    return String.format(Locale.ROOT, "%,d ms", duration.toMillis());
  }
}
