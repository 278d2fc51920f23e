package io.ipbx.load;

import io.ipbx.load.result.Check;
import io.ipbx.load.result.RunResult;
import io.ipbx.load.run.Progress;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** How a run goes on, in one living line on a terminal and in plain lines elsewhere. */
public final class ConsoleProgress implements Progress {

  private static final String BARS = " ▁▂▃▄▅▆▇█";
  private static final int WIDTH = 12;
  private static final int COLUMNS = 80;
  private static final double EVERY_MILLIS = 2_000;

  private final PrintStream out;
  private final boolean live;
  private final Deque<Long> rates = new ArrayDeque<>();
  private double spoken;

  /**
   * @param live whether {@code out} is a terminal that can show bars
   */
  public ConsoleProgress(PrintStream out, boolean live) {
    this.out = out;
    this.live = live;
  }

  @Override
  public synchronized void begins(String what) {
    rates.clear();
    spoken = 0;
    out.println((live ? "\r\u001b[K" : "") + "- " + what);
  }

  @Override
  public synchronized void goesOn(
      RunResult.Point point, long calls, long failed, long tokenRequests) {
    rates.addLast(point.ended());
    if (rates.size() > WIDTH) {
      rates.removeFirst();
    }
    double seconds = point.atMillis() / 1000;
    if (live) {
      String line =
          String.format(
              Locale.ROOT,
              "%s %6.1f s  %,9d calls  p99 %s  failed %,d  tokens %,d",
              bars(),
              seconds,
              calls,
              millis(point.p99Millis()),
              failed,
              tokenRequests);
      // A line that is wrapped cannot be written again.
      out.print("\r\u001b[K" + line.substring(0, Math.min(line.length(), COLUMNS - 1)));
      out.flush();
    } else if (point.atMillis() - spoken >= EVERY_MILLIS) {
      spoken = point.atMillis();
      out.printf(
          Locale.ROOT,
          "%6.1f s  %,9d calls  p50 %s  p99 %s  failed %,d  token requests %,d%n",
          seconds,
          calls,
          millis(point.p50Millis()),
          millis(point.p99Millis()),
          failed,
          tokenRequests);
    }
  }

  private String bars() {
    long most = rates.stream().mapToLong(Long::longValue).max().orElse(0);
    StringBuilder bars = new StringBuilder(" ".repeat(WIDTH - rates.size()));
    for (long rate : rates) {
      bars.append(BARS.charAt(most == 0 ? 0 : (int) (rate * (BARS.length() - 1) / most)));
    }
    return bars.toString();
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, "%,8.1f ms", value);
  }

  @Override
  public synchronized void ended(RunResult result) {
    out.printf(
        Locale.ROOT,
        "%s%6.1f s  %,9d calls, %,d failed, %,.0f a second%n",
        live ? "\r\u001b[K" : "",
        result.tookMillis() / 1000,
        result.calls(),
        result.failed(),
        result.rate());
  }

  /** Whether a charset has the signs of which bars are made: that of plain POSIX does not. */
  static boolean canShow(Charset charset) {
    return charset.newEncoder().canEncode(BARS);
  }

  /** The verdict of a run, check by check. */
  static void verdict(PrintStream out, RunResult run) {
    out.println();
    String passed = run.passed() ? "PASS  " : "FAIL  ";
    out.println((run.decides() ? passed : "peer  ") + run.scenario() + ", " + run.client());
    for (Check check : run.checks()) {
      out.printf(
          "  %-4s %-48s %-28s %s%n",
          check.passed() ? "ok" : "FAIL", check.name(), check.seen(), "(" + check.wanted() + ")");
    }
  }
}
