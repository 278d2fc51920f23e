package io.ipbx.load.demo;

import io.ipbx.load.result.RunResult;
import io.ipbx.load.result.TokenTraffic;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;

/** What the demo says. */
final class Account {

  private final PrintStream out;

  Account(PrintStream out) {
    this.out = out;
  }

  /** Prints the verdict and what it rests on; whether every promise held. */
  boolean verdict(int callers, RunResult ours, RunResult theirs) {
    out.println();
    if (ours.passed()) {
      out.printf(
          Locale.ROOT,
          "  PASS  %,d callers met an expired token: one refresh served them all, none failed.%n",
          callers);
    } else {
      out.printf(Locale.ROOT, "  FAIL  %,d callers met an expired token, and:%n", callers);
      ours.checks().stream()
          .filter(check -> !check.passed())
          .forEach(
              check ->
                  out.printf(
                      "          %s: %s (wanted: %s)%n",
                      check.name(), check.seen(), check.wanted()));
    }
    out.println();
    row("", ours, theirs, RunResult::client);
    row("calls answered", ours, theirs, run -> whole(run.calls() - run.failed()));
    row("calls failed", ours, theirs, run -> whole(run.failed()));
    row("token requests", ours, theirs, run -> tokens(run, TokenTraffic::requests));
    row("  at the same time", ours, theirs, run -> tokens(run, TokenTraffic::peak));
    row("slowest call", ours, theirs, run -> millis(run.decisivePhase().maxMillis()));
    row("the whole storm", ours, theirs, run -> millis(run.tookMillis()));
    out.println();
    out.printf(
        "  All callers, on %d event loops, called at once before and after the server's clock%n",
        ours.generator().eventLoops());
    out.println("  jumped past the end of their token. Token requests are the server's own count.");
    out.println();
    return ours.passed();
  }

  private static String tokens(RunResult run, Function<TokenTraffic, Long> count) {
    TokenTraffic tokens = run.tokens();
    return tokens == null ? "unknown" : whole(count.apply(tokens));
  }

  void step(String what, String seen) {
    out.printf("  %-16s %s%n", what, seen);
  }

  void report(Path file) {
    out.println();
    step("report", file.toString());
  }

  private void row(
      String what, RunResult ours, RunResult theirs, Function<RunResult, String> cell) {
    out.printf("  %-20s %12s   %22s%n", what, cell.apply(ours), cell.apply(theirs));
  }

  private static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String millis(double number) {
    return String.format(Locale.ROOT, "%,.0f ms", number);
  }
}
