package io.ipbx.load;

import io.ipbx.load.engine.Arrivals;
import io.ipbx.load.run.Subjects;
import io.ipbx.load.scenario.Knobs;
import io.ipbx.load.scenario.Plan;
import io.ipbx.load.scenario.Scenario;
import io.ipbx.load.target.EmbeddedMock;
import io.ipbx.load.target.ExternalMock;
import io.ipbx.load.target.RealServer;
import io.ipbx.load.target.Target;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where the load goes, and the knobs of the scenario. */
final class TargetOptions {

  private static final String EMBEDDED = "embedded";
  private static final String REAL = "real";

  @Option(
      names = "--target",
      paramLabel = "WHERE",
      description =
          "embedded (a mock of our own, the default), the URL of a mock, or real: the server of"
              + " IPBX_AUTH_URL, IPBX_API_URL, IPBX_USERNAME and IPBX_PASSWORD in the environment.")
  private String target = EMBEDDED;

  @Option(
      names = "--consent",
      paramLabel = "HOST,HOST",
      description =
          "The hosts of the real auth server and its API, said again with a comma between them:"
              + " you may put load on them.")
  private String consent = "";

  @Option(
      names = "--rate-limit",
      paramLabel = "RATE",
      description = "Calls a second that a real server gets at the most. Default: ${DEFAULT-VALUE}")
  private double rateLimit = RealServer.GENTLE_RATE;

  @Option(
      names = {"-k", "--knob"},
      paramLabel = "NAME=VALUE",
      description = "Turns a knob of the scenario; list shows them.")
  private Map<String, String> set = new LinkedHashMap<>();

  Knobs knobs(Scenario scenario) {
    Map<String, String> values = new HashMap<>();
    if (target.equals(REAL)) {
      Map<String, String> gentle =
          Map.of("rate", String.valueOf(RealServer.GENTLE_RATE), "lifetime", "server");
      scenario.knobs().stream()
          .map(Scenario.Knob::name)
          .filter(gentle::containsKey)
          .forEach(name -> values.put(name, gentle.get(name)));
    }
    values.putAll(set);
    return new Knobs(scenario.knobs(), values);
  }

  /**
   * The target, ready for {@code plan}.
   *
   * @param host where a mock of our own listens
   */
  Target open(Vertx vertx, Plan plan, String host) {
    if (target.equals(EMBEDDED)) {
      JsonObject options = new JsonObject().put("host", host);
      if (plan.subjects() > 0) {
        options.put("users", Subjects.asOptions(plan.subjects()));
      }
      return EmbeddedMock.start(options).await();
    }
    if (target.equals(REAL)) {
      checkGentle(plan);
      return RealServer.of(System.getenv(), consent);
    }
    if (target.contains("@")) {
      throw new IllegalArgumentException(
          "--target names a user: a mock knows none but its own, and reports would show it");
    }
    if (!target.matches("https?://[^/?#]+")) {
      throw new IllegalArgumentException(
          "--target is '"
              + target
              + "': it takes embedded, real, or a URL such as http://127.0.0.1:8080");
    }
    if (plan.subjects() > 0) {
      throw new IllegalArgumentException(
          "the scenario impersonates users whom only a mock of our own has: take --target"
              + " embedded");
    }
    return new ExternalMock(vertx, target);
  }

  private void checkGentle(Plan plan) {
    if (!(plan.load() instanceof Arrivals arrivals)) {
      throw new IllegalArgumentException(
          "a real server is only called at a rate: take soak, or a scenario with arrivals");
    }
    if (arrivals.schedule().peakRate() > rateLimit) {
      throw new IllegalArgumentException(
          "the rate goes up to "
              + arrivals.schedule().peakRate()
              + " calls a second: a real server gets "
              + rateLimit
              + " at the most, or what --rate-limit allows");
    }
  }
}
