package io.ipbx.load.report;

import io.ipbx.load.result.AgentResult;
import io.ipbx.load.result.Check;
import io.ipbx.load.result.PhaseResult;
import io.ipbx.load.result.ResultFile;
import io.ipbx.load.result.RunResult;
import java.util.Locale;

/** A summary for a pull request or a job's page. */
public final class MarkdownReport {

  private MarkdownReport() {}

  public static String of(ResultFile results) {
    StringBuilder text = new StringBuilder();
    for (RunResult run : results.runs()) {
      run(text, run);
    }
    return text.toString();
  }

  private static void run(StringBuilder text, RunResult run) {
    line(text, "### %s %s, %s", mark(run), run.scenario(), run.client());
    line(text, "");
    line(text, "%s", run.question());
    line(text, "");
    line(text, "| | check | wanted | seen |");
    line(text, "|---|---|---|---|");
    for (Check check : run.checks()) {
      line(
          text,
          "| %s | %s | %s | %s |",
          check.passed() ? "✅" : "❌",
          check.name(),
          check.wanted(),
          check.seen());
    }
    line(text, "");
    line(text, "| phase | calls | failed | p50 | p99 | slowest |");
    line(text, "|---|--:|--:|--:|--:|--:|");
    for (PhaseResult phase : run.phases()) {
      line(
          text,
          "| %s | %,d | %,d | %,.1f ms | %,.1f ms | %,.1f ms |",
          phase.name(),
          phase.calls(),
          phase.failed(),
          phase.p50Millis(),
          phase.p99Millis(),
          phase.maxMillis());
    }
    line(text, "");
    if (!run.agents().isEmpty()) {
      agents(text, run);
    }
  }

  /** A peer, run beside ours, neither passes nor fails. */
  private static String mark(RunResult run) {
    if (!run.decides()) {
      return "peer:";
    }
    return run.passed() ? "✅" : "❌";
  }

  private static void agents(StringBuilder text, RunResult run) {
    line(text, "| agent | calls | failed | lag p99 | |");
    line(text, "|---|--:|--:|--:|---|");
    for (AgentResult agent : run.agents()) {
      line(
          text,
          "| %s | %,d | %,d | %,.1f ms | %s |",
          agent.name(),
          agent.calls(),
          agent.failed(),
          agent.lagP99Millis(),
          agent.lost() == null ? "" : "❌ " + agent.lost());
    }
    line(text, "");
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
