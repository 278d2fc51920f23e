package io.ipbx.load.cluster;

import io.ipbx.load.cluster.RemoteAgent.LostException;
import io.ipbx.load.cluster.RemoteAgent.Presence;
import io.ipbx.load.result.Histograms;
import io.ipbx.load.run.Mission;
import io.ipbx.load.run.Outcome;
import io.ipbx.load.run.Pulse;
import io.ipbx.load.run.Stint;
import io.ipbx.load.scenario.Sharing;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A run that agents make: they begin at one instant, and each round too. Who is lost on the way is
 * not waited for any more, and told of in the end.
 */
final class AgentsStint implements Stint {

  /** Between the order to start and the instant of it: longer than a message takes. */
  private static final Duration LEAD = Duration.ofMillis(500);

  /** The same for a round. */
  private static final Duration ROUND_LEAD = Duration.ofMillis(50);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * For a phase: who is dead may not be known to be for seconds, and what begins it has its hour.
   */
  private static final Duration PHASE_PATIENCE = Duration.ofMillis(250);

  private static final Duration SILENCE = Duration.ofSeconds(15);
  private static final double SECOND = 1e9;

  private final Vertx vertx;
  private final ClusterNode node;
  private final Context home;
  private final Mission mission;
  private final String id = UUID.randomUUID().toString();
  private final String address = "ipbx.load.leader." + id;
  private final List<RemoteAgent> agents;
  private final List<Runnable> milestones = new ArrayList<>();
  private final List<Long> milestoneCalls = new ArrayList<>();
  private final Map<String, Message<JsonObject>> atRound = new HashMap<>();
  private final MergedTimeline timeline;
  private final Muster reached;
  private final Muster rounds;
  private final MessageConsumer<JsonObject> reports;
  private final long watch;
  private final Runnable deaf;
  private volatile IntFunction<Future<Void>> beforeRound = round -> Future.succeededFuture();
  private volatile long start;

  AgentsStint(ClusterNode node, List<Presence> present, Mission mission) {
    this.node = node;
    this.vertx = node.vertx();
    this.mission = mission;
    this.home = vertx.getOrCreateContext();
    this.agents = present.stream().map(each -> new RemoteAgent(vertx, home, each)).toList();
    List<Integer> numbers = IntStream.range(0, agents.size()).boxed().toList();
    this.timeline = new MergedTimeline(numbers);
    this.reached = new Muster(numbers, number -> milestones.get(number).run());
    this.rounds = new Muster(numbers, this::allAtRound);
    this.reports = vertx.eventBus().consumer(address);
    this.watch = vertx.setPeriodic(Wire.BEAT.toMillis(), look -> missSilentOnes());
    this.deaf = node.onDeparture(this::departed);
  }

  /** Hands shares out; fails when an agent refuses. */
  Future<Void> take(Sharing.Store store, @Nullable String redisUrl) {
    mission.plan().load().callersOf(0, agents.size());
    reports.handler(message -> home.runOnContext(heard -> hear(message)));
    JsonObject order =
        Wire.message("take")
            .put("run", id)
            .put("leader", address)
            .put("node", node.id())
            .put("of", agents.size())
            .put("store", store.name())
            .put("redis", redisUrl)
            .put("mission", MissionJson.write(mission));
    return reports
        .completion()
        .compose(
            listening ->
                all((number, agent) -> agent.ask(order.copy().put("index", number), PATIENCE)));
  }

  private interface Order {
    Future<?> to(int number, RemoteAgent agent);
  }

  /** Gives an order to all who are here; who is lost over it is not waited for. */
  private Future<Void> all(Order order) {
    List<Future<?>> answers = new ArrayList<>();
    for (int number = 0; number < agents.size(); number++) {
      int which = number;
      RemoteAgent agent = agents.get(number);
      if (agent.isHere()) {
        answers.add(
            order
                .to(number, agent)
                .mapEmpty()
                .recover(
                    failure -> {
                      if (failure instanceof LostException) {
                        left(which);
                        return Future.succeededFuture();
                      }
                      return Future.failedFuture(failure);
                    }));
      }
    }
    return Future.join(answers)
        .compose(
            done ->
                agents.stream().anyMatch(RemoteAgent::isHere)
                    ? Future.succeededFuture()
                    : Future.failedFuture(
                        new IllegalStateException("no agent is left: " + whatBecameOfThem())));
  }

  private List<String> whatBecameOfThem() {
    return agents.stream().map(agent -> agent.name() + " " + agent.lost()).toList();
  }

  private Future<Void> all(JsonObject order, Duration patience) {
    return all((number, agent) -> agent.ask(order.copy().put("run", id), patience));
  }

  @Override
  public Future<Void> warmUp() {
    return all(Wire.message("warmUp"), mission.plan().warmUp().plus(PATIENCE));
  }

  @Override
  public Future<Void> open() {
    return all(Wire.message("open"), mission.plan().atMost().plus(PATIENCE))
        .compose(opened -> all((number, agent) -> agent.compareClocks()));
  }

  @Override
  public void after(long calls, Runnable action) {
    milestones.add(action);
    milestoneCalls.add(Math.max(1, calls / agents.size()));
  }

  @Override
  public Duration lead() {
    return LEAD;
  }

  @Override
  public Future<Void> start(IntFunction<Future<Void>> roundsBegin) {
    beforeRound = roundsBegin;
    start = System.nanoTime() + LEAD.toNanos();
    JsonObject order =
        Wire.message("start").put("run", id).put("milestones", new JsonArray(milestoneCalls));
    Duration patience = mission.plan().atMost().plus(PATIENCE);
    return all((number, agent) -> agent.ask(order.copy().put("at", agent.theirs(start)), patience));
  }

  private void hear(Message<JsonObject> message) {
    JsonObject report = message.body();
    int number = report.getInteger("agent");
    agents.get(number).hear(report.getString("do").equals("beat") ? report : new JsonObject());
    switch (report.getString("do")) {
      case "beat" -> count(number, report);
      case "reached" -> reached.arrive(report.getInteger("milestone"), number);
      case "round" -> {
        int round = report.getInteger("round");
        atRound.put(round + "/" + number, message);
        rounds.arrive(round, number);
      }
      default -> {}
    }
  }

  private void count(int number, JsonObject beat) {
    if (beat.containsKey("late")) {
      String latencies = beat.getString("latencies");
      timeline.add(
          number,
          RemoteAgent.interval(beat),
          latencies == null ? null : Histograms.decode(latencies));
    }
  }

  private void allAtRound(int round) {
    beforeRound
        .apply(round)
        .onComplete(
            ready ->
                home.runOnContext(
                    go -> {
                      long at = System.nanoTime() + ROUND_LEAD.toNanos();
                      for (int number = 0; number < agents.size(); number++) {
                        Message<JsonObject> waiting = atRound.remove(round + "/" + number);
                        if (waiting != null && ready.succeeded()) {
                          waiting.reply(Wire.message().put("at", agents.get(number).theirs(at)));
                        } else if (waiting != null) {
                          waiting.fail(1, String.valueOf(ready.cause().getMessage()));
                        }
                      }
                    }));
  }

  @Override
  public Future<Void> phase(String name) {
    Promise<Void> opened = Promise.promise();
    all(Wire.message("phase").put("name", name), PATIENCE)
        .onSuccess(opened::tryComplete)
        .onFailure(opened::tryFail);
    vertx.setTimer(PHASE_PATIENCE.toMillis(), late -> opened.tryComplete());
    return opened.future();
  }

  @Override
  public Future<Void> advance(Duration by) {
    return all(Wire.message("advance").put("millis", by.toMillis()), PATIENCE);
  }

  @Override
  public Pulse pulse() {
    return timeline;
  }

  @Override
  public Future<Outcome> stop() {
    Map<Integer, Outcome> outcomes = new HashMap<>();
    JsonObject order = Wire.message("stop").put("run", id);
    tellLost(order);
    return all((number, agent) ->
            agent
                .ask(order, PATIENCE)
                .onSuccess(
                    answer -> {
                      JsonObject last = answer.getJsonObject("last");
                      agent.hear(last);
                      count(number, last);
                      outcomes.put(number, OutcomeJson.read(answer.getJsonObject("outcome")));
                    }))
        .map(
            stopped -> {
              timeline.finish();
              return merged(outcomes);
            });
  }

  private Outcome merged(Map<Integer, Outcome> outcomes) {
    Merge merge = new Merge();
    for (int number = 0; number < agents.size(); number++) {
      RemoteAgent agent = agents.get(number);
      Outcome outcome = outcomes.get(number);
      if (outcome != null) {
        merge.add(agent.name(), outcome, agent.late(), agent.clockError());
      } else {
        merge.addLost(agent, String.valueOf(agent.lost()));
      }
    }
    return merge.outcome();
  }

  private void departed(String nodeId) {
    agents.stream()
        .filter(agent -> agent.presence().node().equals(nodeId))
        .forEach(agent -> agent.lose("left the cluster " + when()));
  }

  private void missSilentOnes() {
    for (int number = 0; number < agents.size(); number++) {
      RemoteAgent agent = agents.get(number);
      if (agent.isHere() && agent.silence().compareTo(SILENCE) > 0) {
        agent.lose("was silent for " + SILENCE.toSeconds() + " s " + when());
      }
      if (!agent.isHere()) {
        left(number);
      }
    }
  }

  /** Who was silent may be calling still. */
  private void tellLost(JsonObject order) {
    agents.stream().filter(agent -> !agent.isHere()).forEach(agent -> agent.tell(order));
  }

  private String when() {
    return start == 0
        ? "before the start"
        : String.format(Locale.ROOT, "after %.1f s", (System.nanoTime() - start) / SECOND);
  }

  private void left(int number) {
    timeline.leave(number);
    rounds.leave(number);
    reached.leave(number);
  }

  @Override
  public Future<Void> close() {
    vertx.cancelTimer(watch);
    deaf.run();
    tellLost(Wire.message("close").put("run", id));
    return all(Wire.message("close"), PATIENCE)
        .otherwiseEmpty()
        .eventually(() -> reports.unregister());
  }
}
