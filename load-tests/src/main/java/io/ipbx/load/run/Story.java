package io.ipbx.load.run;

import io.ipbx.load.engine.Measurement;
import io.ipbx.load.result.PhaseResult;
import io.ipbx.load.result.RunResult;
import io.ipbx.load.result.TokenTraffic;
import io.ipbx.load.target.TokenCounts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Makes a result of what was measured. */
final class Story {

  private static final double NANOS = 1e6;

  private final Mission mission;
  private final String target;
  private final Instant started = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private @Nullable TokenTraffic tokens;

  Story(Mission mission, String target) {
    this.mission = mission;
    this.target = target;
  }

  void tokens(TokenCounts before, TokenCounts after, long due) {
    tokens =
        new TokenTraffic(
            after.requests() - before.requests(),
            after.granted() - before.granted(),
            after.peak(),
            due,
            since(before.byGrant(), after.byGrant()),
            since(before.byOutcome(), after.byOutcome()));
  }

  private static Map<String, Long> since(Map<String, Long> before, Map<String, Long> after) {
    Map<String, Long> more = new TreeMap<>();
    after.forEach((name, count) -> more.put(name, count - before.getOrDefault(name, 0L)));
    more.values().removeIf(count -> count == 0);
    return more;
  }

  RunResult tell(Outcome outcome, List<RunResult.Point> timeline, List<RunResult.Mark> marks) {
    Measurement measured = outcome.measured();
    return new RunResult(
        mission.scenario().name(),
        mission.scenario().question(),
        mission.clientName(),
        target,
        started.toString(),
        measured.took() / NANOS,
        mission.plan().load().toString(),
        new TreeMap<>(mission.knobs().asMap()),
        environment(),
        measured.phases().stream().map(Story::phase).toList(),
        timeline,
        marks,
        outcome.flights(),
        measured.errors(),
        generator(measured, outcome.eventLoops()),
        outcome.agents(),
        tokens,
        List.of(),
        true);
  }

  private static PhaseResult phase(Measurement.Phase phase) {
    return PhaseResult.of(
        phase.name(),
        phase.from() / NANOS,
        phase.failed(),
        phase.started() - phase.latencies().getTotalCount(),
        phase.latencies());
  }

  private static RunResult.Generator generator(Measurement measured, int eventLoops) {
    Histogram lag = measured.lag();
    return new RunResult.Generator(
        eventLoops,
        lag.getValueAtPercentile(50) / NANOS,
        lag.getValueAtPercentile(99) / NANOS,
        lag.getMaxValue() / NANOS,
        measured.shed(),
        measured.unanswered(),
        measured.strayed());
  }

  static RunResult.Environment environment() {
    return new RunResult.Environment(
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20,
        vertxVersion());
  }

  private static String vertxVersion() {
    try (InputStream version =
        Story.class.getResourceAsStream("/META-INF/vertx/vertx-version.txt")) {
      return version == null
          ? "unknown"
          : new String(version.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException unreadable) {
      return "unknown";
    }
  }
}
