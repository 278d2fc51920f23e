package io.ipbx.load.cluster;

import io.ipbx.load.run.LocalCrew;
import io.ipbx.load.run.TokenStores;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A process that makes its share of the calls of runs that others lead, one run at a time. */
final class Agent implements AutoCloseable {

  /**
   * What an agent is started with.
   *
   * @param environment where the credentials of a real server are, which it never hears of by bus
   * @param consent the hosts of a real server that it may put load on; empty for none
   * @param redisUrl of a store in Redis; null to take the leader's
   * @param once whether it ends when its first leader has no more for it
   * @param idle how long it waits for a leader
   */
  record Settings(
      String name,
      Map<String, String> environment,
      String consent,
      @Nullable String redisUrl,
      boolean once,
      Duration idle) {}

  private static final long LOOK_MILLIS = 250;

  private final ClusterNode node;
  private final Settings settings;
  private final Consumer<String> log;
  private final String address = "ipbx.load.agent." + UUID.randomUUID();
  private final List<MessageConsumer<JsonObject>> ears;
  private final long looking;
  private final Runnable deaf;
  private final Promise<String> over = Promise.promise();
  private final ExecutorService work =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "load-agent");
            thread.setDaemon(true);
            return thread;
          });
  // Changed by the working thread alone.
  private volatile @Nullable AgentRun run;

  /** The node that it works for; null when it is free. */
  private volatile @Nullable String leader;

  private volatile long idleSince = System.nanoTime();

  /**
   * Is there for leaders from now on.
   *
   * @param log is told what it does, a line each
   */
  Agent(ClusterNode node, Settings settings, Consumer<String> log) {
    this.node = node;
    this.settings = settings;
    this.log = log;
    this.ears = List.of(hears(address, this::obey), hears(Wire.ROLL_CALL, this::hello));
    this.looking = node.vertx().setPeriodic(LOOK_MILLIS, look -> lookAtTheClock());
    this.deaf = node.onDeparture(this::departed);
  }

  private MessageConsumer<JsonObject> hears(String at, Handler<Message<JsonObject>> what) {
    MessageConsumer<JsonObject> ear = node.vertx().eventBus().consumer(at, what);
    ear.completion().await();
    return ear;
  }

  /** Completes with the reason when it has nothing more to do. */
  Future<String> over() {
    return over.future();
  }

  private void hello(Message<JsonObject> call) {
    node.vertx()
        .eventBus()
        .send(
            call.body().getString("reply"),
            Wire.message("hello")
                .put("name", settings.name())
                .put("address", address)
                .put("node", node.id())
                .put("leader", leader));
  }

  private void obey(Message<JsonObject> order) {
    // A clock that is asked for its time must not wait for work.
    if (order.body().getString("do").equals("clock")) {
      order.reply(Wire.message().put("nanos", System.nanoTime()));
      return;
    }
    work.execute(
        () ->
            carryOut(order.body())
                .onSuccess(order::reply)
                .onFailure(failure -> order.fail(1, String.valueOf(failure.getMessage()))));
  }

  private Future<JsonObject> carryOut(JsonObject order) {
    try {
      if (Wire.version(order) != Wire.VERSION) {
        throw new IllegalArgumentException(
            "the order is of version " + Wire.version(order) + ", this agent of " + Wire.VERSION);
      }
      String what = order.getString("do");
      return switch (what) {
        case "hold" -> hold(order);
        case "take" -> take(order);
        case "close" -> close(order);
        case "dismiss" -> dismiss(order);
        default -> current(order).carryOut(what, order);
      };
    } catch (Exception refused) {
      return Future.failedFuture(refused);
    }
  }

  private boolean isOf(JsonObject order) {
    AgentRun current = run;
    return current != null && current.id().equals(order.getString("run"));
  }

  private AgentRun current(JsonObject order) {
    if (!isOf(order)) {
      throw new IllegalStateException("this agent has no such run: it was ended meanwhile");
    }
    return Objects.requireNonNull(run);
  }

  /** From now on it works for that leader and no other, until it is dismissed. */
  private Future<JsonObject> hold(JsonObject order) {
    String node = order.getString("node");
    if (leader != null && !leader.equals(node)) {
      throw new IllegalStateException("this agent works for another leader");
    }
    leader = node;
    return Future.succeededFuture(Wire.message());
  }

  private Future<JsonObject> take(JsonObject order) throws Exception {
    hold(order);
    if (run != null) {
      throw new IllegalStateException("this agent has a run already");
    }
    String redis = settings.redisUrl() == null ? order.getString("redis") : settings.redisUrl();
    LocalCrew crew = new LocalCrew(new TokenStores(node.vertx(), redis));
    try {
      run =
          new AgentRun(
              node.vertx(),
              crew,
              MissionJson.read(
                  order.getJsonObject("mission"), settings.environment(), settings.consent()),
              order);
    } finally {
      if (run == null) {
        crew.close();
      }
    }
    log.accept("takes a share of " + order.getInteger("of") + " in a run");
    return Future.succeededFuture(Wire.message());
  }

  private Future<JsonObject> end(String why) {
    AgentRun ended = run;
    run = null;
    idleSince = System.nanoTime();
    if (ended == null) {
      return Future.succeededFuture(Wire.message());
    }
    log.accept(why);
    return ended.close().map(Wire.message());
  }

  /** Of a run that it does not have, an order that came late is no reason to end another. */
  private Future<JsonObject> close(JsonObject order) {
    return isOf(order) ? end("run over") : Future.succeededFuture(Wire.message());
  }

  private Future<JsonObject> dismiss(JsonObject order) {
    if (!order.getString("node").equals(leader)) {
      return Future.succeededFuture(Wire.message());
    }
    leader = null;
    if (settings.once()) {
      // Soon, so that the answer is away before the bus is closed.
      node.vertx().setTimer(LOOK_MILLIS, later -> over.tryComplete("dismissed"));
    }
    return end("dismissed");
  }

  private void departed(String nodeId) {
    if (nodeId.equals(leader)) {
      abandon("leader is gone");
    }
  }

  private void abandon(String why) {
    work.execute(
        () -> {
          boolean called = run != null;
          leader = null;
          end(why);
          if (called && settings.once()) {
            over.tryComplete(why);
          }
        });
  }

  private void lookAtTheClock() {
    AgentRun current = run;
    long idle = System.nanoTime() - idleSince;
    if (current == null && idle > settings.idle().toNanos()) {
      over.tryComplete("nobody called for " + settings.idle());
    } else if (current != null && current.isOverdue()) {
      abandon("run is overdue");
    }
  }

  @Override
  public void close() {
    Future.join(ears.stream().map(MessageConsumer::unregister).toList()).otherwiseEmpty().await();
    node.vertx().cancelTimer(looking);
    deaf.run();
    Promise<JsonObject> ended = Promise.promise();
    work.execute(() -> end("ends").onComplete(ended));
    ended.future().await();
    work.shutdown();
  }
}
