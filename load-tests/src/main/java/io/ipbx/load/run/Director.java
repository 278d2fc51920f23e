package io.ipbx.load.run;

import io.ipbx.load.result.RunResult.Mark;
import io.ipbx.load.scenario.Deed;
import io.ipbx.load.scenario.Plan;
import io.ipbx.load.scenario.Stage;
import io.ipbx.load.scenario.Step;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Does the deeds of a plan when their time has come, and counts the tokens that fall due. */
final class Director {

  private static final double NANOS = 1e6;

  private final Vertx vertx;
  private final Plan plan;
  private final Stage stage;
  private final Stint stint;
  private final AtomicLong tokensDue = new AtomicLong();
  private final List<Future<Void>> begun = new CopyOnWriteArrayList<>();
  private final List<Mark> marks = new CopyOnWriteArrayList<>();
  private final List<Long> timers = new ArrayList<>();
  private volatile long began;

  Director(Vertx vertx, Plan plan, Stage stage, Stint stint) {
    this.vertx = vertx;
    this.plan = plan;
    this.stage = stage;
    this.stint = stint;
    if (!plan.tokensFirst()) {
      tokensDue.addAndGet(plan.identities());
    }
    for (Step step : plan.steps()) {
      if (step instanceof Step.AfterCalls after) {
        stint.after(after.calls(), () -> perform(after.deed()));
      }
    }
  }

  /** Said just before the stint starts: its load begins as soon as its lead is over. */
  void begin() {
    began = System.nanoTime() + stint.lead().toNanos();
    for (Step step : plan.steps()) {
      if (step instanceof Step.At at) {
        long delay = at.after().plus(stint.lead()).toMillis();
        timers.add(vertx.setTimer(Math.max(1, delay), due -> perform(at.deed())));
      }
    }
  }

  /** Does what is to be done before that round; the future completes when it is. */
  Future<Void> beforeRound(int number) {
    Future<Void> all = Future.succeededFuture();
    for (Step step : plan.steps()) {
      if (step instanceof Step.BeforeRound before && before.round() == number) {
        all = all.compose(done -> perform(before.deed()));
      }
    }
    return all;
  }

  private Future<Void> perform(Deed deed) {
    mark(deed.name());
    if (deed.endsTokens()) {
      tokensDue.addAndGet(plan.identities());
    }
    Future<Void> done = stint.phase(deed.name()).compose(said -> deed.action().apply(stage));
    begun.add(done);
    return done;
  }

  /** Writes down that something happens now. */
  void mark(String what) {
    marks.add(new Mark((System.nanoTime() - began) / NANOS, what));
  }

  List<Mark> marks() {
    return List.copyOf(marks);
  }

  /** How many new tokens the deeds made necessary. */
  long tokensDue() {
    return tokensDue.get();
  }

  /** Fails when a deed did, or was never begun. */
  Future<Void> done() {
    int left = plan.steps().size() - begun.size();
    return left > 0
        ? Future.failedFuture(
            new IllegalStateException(
                "the load ended before " + left + " of the plan's events had come"))
        : Future.all(List.copyOf(begun)).mapEmpty();
  }

  void stop() {
    timers.forEach(vertx::cancelTimer);
  }
}
