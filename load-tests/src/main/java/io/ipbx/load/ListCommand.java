package io.ipbx.load;

import io.ipbx.load.scenario.Scenario;
import io.ipbx.load.scenario.Scenarios;
import java.io.PrintStream;
import picocli.CommandLine.Command;

@Command(
    name = "list",
    description = "Shows the scenarios, what each asks, and their knobs.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {

  @Override
  public void run() {
    PrintStream out = System.out;
    for (Scenario scenario : Scenarios.all()) {
      out.println();
      out.println(scenario.name());
      out.println("  " + scenario.question());
      for (Scenario.Knob knob : scenario.knobs()) {
        out.printf("    %-28s %s%n", knob.name() + "=" + knob.value(), knob.meaning());
      }
    }
  }
}
