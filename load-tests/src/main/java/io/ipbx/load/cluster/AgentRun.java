package io.ipbx.load.cluster;

import io.ipbx.load.engine.Measurement;
import io.ipbx.load.result.Histograms;
import io.ipbx.load.run.LocalCrew;
import io.ipbx.load.run.LocalStint;
import io.ipbx.load.run.Mission;
import io.ipbx.load.run.Share;
import io.ipbx.load.scenario.Sharing;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** An agent's part in one run. */
final class AgentRun {

  /** What a run may take besides its load. */
  private static final Duration ASIDE = Duration.ofMinutes(2);

  private final Vertx vertx;
  private final LocalCrew crew;
  private final Mission mission;
  private final LocalStint stint;
  private final String id;
  private final String leader;
  private final int index;
  private final long overdue;
  private final long beating;
  private volatile boolean started;
  private volatile long late;

  AgentRun(Vertx vertx, LocalCrew crew, Mission mission, JsonObject order) {
    this.vertx = vertx;
    this.crew = crew;
    this.mission = mission;
    this.id = order.getString("run");
    this.leader = order.getString("leader");
    this.index = order.getInteger("index");
    Share share = new Share(index, order.getInteger("of"));
    Sharing sharing =
        new Sharing(Sharing.Store.valueOf(order.getString("store")), order.getInteger("of"));
    this.stint = crew.take(mission, share, sharing, id);
    Duration limit = mission.plan().atMost().plus(mission.plan().warmUp()).plus(ASIDE);
    this.overdue = System.nanoTime() + limit.toNanos();
    this.beating = vertx.setPeriodic(Wire.BEAT.toMillis(), beat -> tell(beat()));
  }

  String id() {
    return id;
  }

  boolean isOverdue() {
    return System.nanoTime() > overdue;
  }

  Future<JsonObject> carryOut(String what, JsonObject order) {
    return switch (what) {
      case "warmUp" -> stint.warmUp().map(Wire.message());
      case "open" -> stint.open().map(Wire.message());
      case "start" -> start(order);
      case "phase" -> stint.phase(order.getString("name")).map(Wire.message());
      case "advance" ->
          stint.advance(Duration.ofMillis(order.getLong("millis"))).map(Wire.message());
      case "stop" -> stop();
      default -> throw new IllegalArgumentException("there is no order '" + what + "'");
    };
  }

  private Future<JsonObject> start(JsonObject order) {
    JsonArray milestones = order.getJsonArray("milestones");
    for (int n = 0; n < milestones.size(); n++) {
      int milestone = n;
      stint.after(
          milestones.getLong(n), () -> tell(message("reached").put("milestone", milestone)));
    }
    return until(order.getLong("at"))
        .compose(
            at -> {
              Future<Void> over = stint.start(at, this::beforeRound);
              started = true;
              return over;
            })
        .map(Wire.message());
  }

  /** Completes at an instant of this machine's clock, with it, or as soon after it as it can. */
  private Future<Long> until(long nanoTime) {
    long left = nanoTime - System.nanoTime();
    Future<?> come = left <= 0 ? Future.succeededFuture() : vertx.timer(left, TimeUnit.NANOSECONDS);
    return come.map(
        now -> {
          late = Math.max(late, System.nanoTime() - nanoTime);
          return nanoTime;
        });
  }

  /** The leader lets all begin a round together. */
  private Future<Long> beforeRound(int round) {
    DeliveryOptions patience =
        new DeliveryOptions().setSendTimeout(mission.plan().atMost().toMillis());
    return vertx
        .eventBus()
        .<JsonObject>request(leader, message("round").put("round", round), patience)
        .compose(all -> until(all.body().getLong("at")));
  }

  private Future<JsonObject> stop() {
    vertx.cancelTimer(beating);
    return stint
        .stop()
        .map(
            outcome ->
                Wire.message().put("outcome", OutcomeJson.write(outcome)).put("last", beat()));
  }

  private JsonObject beat() {
    JsonObject beat = message("beat");
    if (started) {
      Measurement.Interval interval = stint.sample(latencies -> put(beat, latencies));
      beat.put("late", late)
          .put("end", interval.end())
          .put("started", interval.started())
          .put("ended", interval.ended())
          .put("failed", interval.failed());
    }
    return beat;
  }

  private static void put(JsonObject beat, Histogram latencies) {
    if (latencies.getTotalCount() > 0) {
      beat.put("latencies", Histograms.encode(latencies));
    }
  }

  private JsonObject message(String what) {
    return Wire.message(what).put("run", id).put("agent", index);
  }

  private void tell(JsonObject message) {
    vertx.eventBus().send(leader, message);
  }

  Future<Void> close() {
    vertx.cancelTimer(beating);
    return stint.close().eventually(() -> closeCrew());
  }

  private Future<Void> closeCrew() {
    // It waits, as event loops must not.
    return vertx.executeBlocking(
        () -> {
          crew.close();
          return null;
        });
  }
}
