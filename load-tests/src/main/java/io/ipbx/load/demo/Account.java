package io.ipbx.load.demo;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Function;

/** What the demo says. */
final class Account {

  private final PrintStream out;

  Account(PrintStream out) {
    this.out = out;
  }

  void title(String url) {
    out.println();
    out.println("IPBX for Vert.x: one token refresh, however many callers");
    out.println();
    step("mock", "auth server and API at " + url);
  }

  void step(String what, String seen) {
    out.printf("  %-16s %s%n", what, seen);
  }

  void storm(int callers, int calls, int eventLoops) {
    out.println();
    out.printf(
        Locale.ROOT,
        "  %,d callers on %d event loops make %d calls each. After the first %,d answers the%n",
        callers,
        eventLoops,
        calls,
        callers);
    out.println("  server's clock jumps past the end of the token that all of them use.");
    out.println();
  }

  /** Prints the table; whether every promise held. */
  boolean verdict(StormResult ours, StormResult theirs) {
    row("", ours, theirs, StormResult::client);
    row("calls answered", ours, theirs, result -> whole(result.answered()));
    row("calls failed", ours, theirs, result -> whole(result.failed()));
    row("token requests", ours, theirs, result -> whole(result.requests()));
    row("  at the same time", ours, theirs, result -> whole(result.peak()));
    row("slowest call", ours, theirs, result -> millis(result.slowestMillis()));
    row("the whole storm", ours, theirs, result -> millis(result.tookMillis()));
    out.println();
    out.println("  (token requests as the server counted them, since the storm began)");
    out.println();
    boolean held = ours.failed() == 0 && ours.requests() == 1 && ours.peak() == 1;
    out.println(
        held
            ? "  PASS  one refresh served every caller, no call failed"
            : "  FAIL  wanted: one token request, one at a time, and no failed call");
    out.println();
    return held;
  }

  private void row(
      String what, StormResult ours, StormResult theirs, Function<StormResult, String> cell) {
    out.printf("  %-20s %12s   %22s%n", what, cell.apply(ours), cell.apply(theirs));
  }

  private static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String millis(double number) {
    return String.format(Locale.ROOT, "%,.0f ms", number);
  }
}
