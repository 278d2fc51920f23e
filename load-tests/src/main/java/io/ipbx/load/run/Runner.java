package io.ipbx.load.run;

import io.ipbx.load.client.Assignment;
import io.ipbx.load.client.Contender;
import io.ipbx.load.client.Session;
import io.ipbx.load.client.ShiftedTime;
import io.ipbx.load.engine.LoadEngine;
import io.ipbx.load.engine.Loops;
import io.ipbx.load.engine.Recording;
import io.ipbx.load.engine.Rounds;
import io.ipbx.load.result.RunResult;
import io.ipbx.load.scenario.Knobs;
import io.ipbx.load.scenario.Plan;
import io.ipbx.load.scenario.Scenario;
import io.ipbx.load.scenario.Stage;
import io.ipbx.load.target.Target;
import io.ipbx.load.target.TokenCounts;
import io.ipbx.sdk.IpbxOptions;
import io.ipbx.sdk.auth.TokenListener;
import io.ipbx.sdk.spi.Time;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** Runs scenarios one after another; not on an event loop, as it waits. */
public final class Runner implements AutoCloseable {

  private static final int WARM_UP_CALLERS = 200;

  private final Vertx vertx = Vertx.vertx();
  private final LoadEngine engine = LoadEngine.on(vertx, System::nanoTime).await();
  private final Progress progress;

  public Runner(Progress progress) {
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
    if (target.controlled()) {
      progress.begins("warming up");
      warmUp(plan, contender, assignment(plan, target, usernames, event -> {}));
      prepare(plan, target);
    }
    progress.begins(scenario.name() + ", " + clientName + ": " + plan.load());
    RunResult result =
        new Run(plan, target, usernames)
            .measure(contender, new Story(scenario, knobs, clientName, engine.eventLoops()));
    RunResult judged =
        result.withChecks(
            plan.expectations().stream().map(expected -> expected.judge(result)).toList());
    progress.ended(judged);
    return judged;
  }

  private List<String> prepare(Plan plan, Target target) {
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

  private Assignment assignment(
      Plan plan, Target target, List<String> usernames, TokenListener listener) {
    return new Assignment(
        options(plan, target),
        usernames,
        IntStream.range(0, plan.subjects()).mapToObj(Subjects::email).toList(),
        plan.path(),
        listener,
        new ShiftedTime(Time.system(vertx)));
  }

  private static IpbxOptions options(Plan plan, Target target) {
    IpbxOptions options = target.options();
    JsonObject changes = plan.client();
    if (!changes.containsKey("password")) {
      changes.put("password", options.getPassword());
    }
    return new IpbxOptions(options.toJson().mergeIn(changes));
  }

  private void warmUp(Plan plan, Contender contender, Assignment assignment) {
    Session session = contender.open(vertx, assignment);
    Recording unread = new Recording("warm-up", System::nanoTime, FailureKinds::of);
    engine.run(new Loops(WARM_UP_CALLERS, 0, plan.warmUp()), session::call, unread).await();
    session.close().await();
  }

  @Override
  public void close() {
    vertx.close().await();
  }

  /** One run under way. */
  private final class Run {

    private final Plan plan;
    private final Target target;
    private final List<String> usernames;

    Run(Plan plan, Target target, List<String> usernames) {
      this.plan = plan;
      this.target = target;
      this.usernames = usernames;
    }

    RunResult measure(Contender contender, Story story) {
      FlightRelay relay = new FlightRelay();
      Assignment assignment = assignment(plan, target, usernames, relay);
      Session session = contender.open(vertx, assignment);
      try {
        if (plan.tokensFirst()) {
          fetchTokens(session);
        }
        TokenCounts before = stats();
        Recording recording = new Recording(plan.firstPhase(), System::nanoTime, FailureKinds::of);
        long began = System.nanoTime();
        FlightLog flights = new FlightLog(() -> System.nanoTime() - began, recording::underWay);
        relay.to(flights);
        Director director =
            new Director(
                vertx,
                plan,
                new Stage(target, (ShiftedTime) assignment.time(), usernames),
                recording);
        try (Sampler sampler = new Sampler(recording, target, progress, before.requests())) {
          drive(session, recording, director);
          TokenCounts after = stats();
          story.tokens(before, after, director.tokensDue(), target.controlled());
          return story.tell(
              plan, target, recording.read(), sampler.finish(after), flights.flights());
        }
      } finally {
        session.close().await();
      }
    }

    /** Every identity's first call, before anything is counted. */
    private void fetchTokens(Session session) {
      Recording unread = new Recording("first tokens", System::nanoTime, FailureKinds::of);
      int callers = Math.max(plan.accesses(), plan.subjects());
      engine.run(new Rounds(callers, 1), session::call, unread).await();
      if (unread.failed() > 0) {
        throw new IllegalStateException(
            "no token to begin with: "
                + unread.failed()
                + " first calls failed, "
                + unread.read().errors());
      }
    }

    private void drive(Session session, Recording recording, Director director) {
      Future<Void> over =
          engine
              .run(plan.load(), session::call, recording, director::beforeRound)
              .compose(ended -> director.done());
      try {
        over.await(plan.atMost().toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException brokenOff) {
        recording.mark("broken off");
      } finally {
        recording.close();
        director.stop();
      }
    }

    private TokenCounts stats() {
      return target.controlled() ? target.stats().await() : TokenCounts.NONE;
    }
  }
}
