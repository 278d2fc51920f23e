package io.ipbx.load.run;

import io.ipbx.load.result.AgentResult;
import io.ipbx.load.result.Check;
import io.ipbx.load.result.RunResult;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is expected of agents in whatever they run. */
final class Agents {

  /** More than a machine that has its cores to itself is ever late by. */
  private static final long LATE_MILLIS = 500;

  private Agents() {}

  /** That all stayed to the end, called, and began together; nothing where there were none. */
  static Stream<Check> checks(RunResult result) {
    List<AgentResult> agents = result.agents();
    return agents.isEmpty()
        ? Stream.empty()
        : Stream.of(stayed(agents), called(agents), inTime(agents));
  }

  private static Check stayed(List<AgentResult> agents) {
    String lost =
        agents.stream()
            .filter(agent -> agent.lost() != null)
            .map(agent -> agent.name() + " " + agent.lost())
            .collect(Collectors.joining("; "));
    return new Check(
        "agents that stayed to the end",
        "all " + agents.size(),
        lost.isEmpty() ? "all " + agents.size() : "lost: " + lost,
        lost.isEmpty());
  }

  private static Check called(List<AgentResult> agents) {
    long calling = agents.stream().filter(agent -> agent.calls() > 0).count();
    return new Check(
        "agents that called", "all " + agents.size(), "" + calling, calling == agents.size());
  }

  private static Check inTime(List<AgentResult> agents) {
    double latest = agents.stream().mapToDouble(AgentResult::lateMillis).max().orElse(0);
    return new Check(
        "latest beginning of an agent",
        "at most " + LATE_MILLIS + " ms late",
        String.format(Locale.ROOT, "%,.1f ms late", latest),
        latest <= LATE_MILLIS);
  }
}
