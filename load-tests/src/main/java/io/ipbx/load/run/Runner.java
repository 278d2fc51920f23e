package io.ipbx.load.run;

import io.ipbx.load.client.Contender;
import io.ipbx.load.result.Check;
import io.ipbx.load.result.RunResult;
import io.ipbx.load.scenario.Knobs;
import io.ipbx.load.scenario.Plan;
import io.ipbx.load.scenario.Scenario;
import io.ipbx.load.scenario.Stage;
import io.ipbx.load.target.Target;
import io.ipbx.load.target.TokenCounts;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Runs scenarios one after another; not on an event loop, as it waits. */
public final class Runner implements AutoCloseable {

  static final String TO_ITS_END = "ran to its end";

  private final Vertx vertx = Vertx.vertx();
  private final Crew crew;
  private final Progress progress;

  /** Calls from this process. */
  public Runner(Progress progress) {
    this(progress, new LocalCrew());
  }

  /**
   * Lets {@code crew} call.
   *
   * @param crew closed with this
   */
  public Runner(Progress progress, Crew crew) {
    this.crew = crew;
    this.progress = progress;
  }

  /** One run of {@code scenario}: its plan carried out, measured and judged. */
  public RunResult run(
      Scenario scenario, Knobs knobs, String clientName, Contender contender, Target target) {
    Plan plan = scenario.plan(knobs);
    if (plan.needsControl() && !target.controlled()) {
      throw new IllegalArgumentException(
          scenario.name() + " changes the server, and " + target.name() + " is not ours to change");
    }
    List<String> usernames = prepare(plan, target);
    Mission mission =
        new Mission(
            scenario,
            knobs,
            plan,
            clientName,
            contender,
            target.options(),
            target.controlled(),
            usernames);
    Stint stint = crew.take(mission);
    try {
      if (target.controlled()) {
        progress.begins("warming up");
        stint.warmUp().await();
        prepare(plan, target);
      }
      progress.begins(scenario.name() + ", " + clientName + ": " + plan.load());
      RunResult judged = judge(plan, new Run(mission, target, stint).measure());
      progress.ended(judged);
      return judged;
    } finally {
      stint.close().await();
    }
  }

  private static RunResult judge(Plan plan, RunResult result) {
    Stream<Check> expected = plan.expectations().stream().map(each -> each.judge(result));
    return result.withChecks(Stream.concat(Agents.checks(result), expected).toList());
  }

  private static List<String> prepare(Plan plan, Target target) {
    String first = String.valueOf(target.options().getUsername());
    if (!target.controlled()) {
      return List.of(first);
    }
    List<String> usernames =
        IntStream.range(0, plan.accesses())
            .mapToObj(n -> n == 0 ? first : "access-" + n + "@example.com")
            .toList();
    target.reset(plan.server()).await();
    target.createAccesses(usernames.subList(1, usernames.size())).await();
    return usernames;
  }

  @Override
  public void close() {
    crew.close();
    vertx.close().await();
  }

  /** One run under way. */
  private final class Run {

    private final Mission mission;
    private final Target target;
    private final Stint stint;
    private final Story story;
    private final Director director;

    Run(Mission mission, Target target, Stint stint) {
      this.mission = mission;
      this.target = target;
      this.stint = stint;
      this.story = new Story(mission, target.name());
      this.director =
          new Director(
              vertx, mission.plan(), new Stage(target, stint::advance, mission.usernames()), stint);
    }

    RunResult measure() {
      stint.open().await();
      TokenCounts before = stats();
      director.begin();
      Future<Void> over = stint.start(director::beforeRound);
      try (Sampler sampler =
          new Sampler(stint.pulse(), target, progress, stint.lead(), before.requests())) {
        boolean ended = await(over.compose(called -> director.done()));
        TokenCounts after = stats();
        Outcome outcome = stint.stop().await();
        if (target.controlled()) {
          story.tokens(before, after, director.tokensDue());
        }
        return story
            .tell(outcome, sampler.finish(after), director.marks())
            .withChecks(List.of(toItsEnd(ended)));
      }
    }

    private Check toItsEnd(boolean ended) {
      String limit = mission.plan().atMost().toSeconds() + " s";
      return new Check(
          TO_ITS_END, "within " + limit, ended ? "yes" : "broken off after " + limit, ended);
    }

    /** Whether it is over before the limit. */
    private boolean await(Future<Void> over) {
      try {
        over.await(mission.plan().atMost().toMillis(), TimeUnit.MILLISECONDS);
        return true;
      } catch (TimeoutException brokenOff) {
        director.mark("broken off");
        return false;
      } finally {
        director.stop();
      }
    }

    private TokenCounts stats() {
      return target.controlled() ? target.stats().await() : TokenCounts.NONE;
    }
  }
}
