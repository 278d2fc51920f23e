package io.ipbx.load.run;

import io.ipbx.load.engine.Recording;
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

  private final Vertx vertx;
  private final Plan plan;
  private final Stage stage;
  private final Recording recording;
  private final AtomicLong tokensDue = new AtomicLong();
  private final List<Future<Void>> begun = new CopyOnWriteArrayList<>();
  private final List<Long> timers = new ArrayList<>();

  Director(Vertx vertx, Plan plan, Stage stage, Recording recording) {
    this.vertx = vertx;
    this.plan = plan;
    this.stage = stage;
    this.recording = recording;
    if (!plan.tokensFirst()) {
      tokensDue.addAndGet(plan.identities());
    }
    plan.steps().forEach(this::set);
  }

  private void set(Step step) {
    if (step instanceof Step.At at) {
      timers.add(vertx.setTimer(at.after().toMillis(), due -> perform(at.deed())));
    } else if (step instanceof Step.AfterCalls after) {
      recording.after(after.calls(), () -> perform(after.deed()));
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
    recording.mark(deed.name());
    recording.phase(deed.name());
    if (deed.endsTokens()) {
      tokensDue.addAndGet(plan.identities());
    }
    Future<Void> done = deed.action().apply(stage);
    begun.add(done);
    return done;
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
