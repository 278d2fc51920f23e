package io.ipbx.load.run;

import io.ipbx.load.result.AgentResult;
import io.ipbx.load.result.Check;
import io.ipbx.load.result.RunResult;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is expected of agents in whatever they run. */
final class Agents {

  private Agents() {}

  /** That all stayed to the end, and called; nothing where there were none. */
  static Stream<Check> checks(RunResult result) {
    List<AgentResult> agents = result.agents();
    return agents.isEmpty() ? Stream.empty() : Stream.of(stayed(agents), called(agents));
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
}
