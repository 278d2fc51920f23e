package io.ipbx.load.run;

import io.ipbx.load.scenario.Knobs;
import io.ipbx.load.scenario.Plan;
import io.ipbx.load.scenario.Scenario;
import java.time.Duration;
import java.util.List;

/** A scenario without its warm-up: what a test asks for does not depend on speed. */
record QuickScenario(Scenario scenario) implements Scenario {

  @Override
  public String name() {
    return scenario.name();
  }

  @Override
  public String question() {
    return scenario.question();
  }

  @Override
  public List<Knob> knobs() {
    return scenario.knobs();
  }

  @Override
  public Plan plan(Knobs knobs) {
    return scenario.plan(knobs).warmUp(Duration.ofMillis(1));
  }
}
