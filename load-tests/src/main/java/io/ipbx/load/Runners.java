package io.ipbx.load;

import io.ipbx.load.run.Progress;
import io.ipbx.load.run.Runner;
import io.ipbx.load.scenario.Plan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The runners of one command: plans for the same crew have the same. */
final class Runners implements AutoCloseable {

  private final AgentsOptions agents;
  private final Progress progress;
  private final List<Runner> all = new ArrayList<>();
  private @Nullable Runner common;

  Runners(AgentsOptions agents, Progress progress) {
    this.agents = agents;
    this.progress = progress;
  }

  Runner of(Plan plan) {
    if (!agents.sameCrew(plan)) {
      return make(plan);
    }
    Runner runner = common == null ? make(plan) : common;
    common = runner;
    return runner;
  }

  private Runner make(Plan plan) {
    Runner runner = new Runner(progress, agents.crew(plan));
    all.add(runner);
    return runner;
  }

  @Override
  public void close() {
    all.forEach(Runner::close);
  }
}
