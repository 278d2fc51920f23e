package io.ipbx.load.scenario;

import io.ipbx.load.engine.ArrivalSchedule;
import io.ipbx.load.engine.ArrivalSchedule.Stretch;
import io.ipbx.load.engine.Arrivals;
import io.ipbx.load.engine.Load;
import io.ipbx.load.engine.Loops;
import io.ipbx.load.engine.Rounds;
import java.util.Set;

/** The load of a scenario's file: by what it has, it is one of three kinds. */
final class YamlLoad {

  private static final Set<String> MEMBERS =
      Set.of("callers", "rounds", "calls", "duration", "arrivals");

  private YamlLoad() {}

  static Load of(Section scenario) {
    Section load = scenario.section("load", MEMBERS);
    int callers = load.has("callers") ? load.count("callers") : 100;
    if (load.has("arrivals")) {
      load.refuse("arrivals", "rounds", "calls", "duration");
      return new Arrivals(
          new ArrivalSchedule(
              load.sections("arrivals", Set.of("rate", "from", "to", "for")).stream()
                  .map(YamlLoad::stretch)
                  .toList()),
          callers);
    }
    if (load.has("rounds")) {
      load.refuse("rounds", "calls", "duration");
      return new Rounds(callers, load.count("rounds"));
    }
    return new Loops(
        callers, load.count("calls", 0), load.has("duration") ? load.duration("duration") : null);
  }

  private static Stretch stretch(Section part) {
    if (part.has("rate")) {
      part.refuse("rate", "from", "to");
      return new Stretch(part.number("rate"), part.number("rate"), part.duration("for"));
    }
    return new Stretch(part.number("from"), part.number("to"), part.duration("for"));
  }
}
