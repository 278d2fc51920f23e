package io.ipbx.load.cluster;

import io.ipbx.load.cluster.RemoteAgent.Presence;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Asks who is there until there are enough, or too much time has gone by. */
final class RollCall {

  private static final long AGAIN_MILLIS = 200;
  private static final DeliveryOptions PATIENCE = new DeliveryOptions().setSendTimeout(2_000);

  private final ClusterNode node;
  private final Map<String, Presence> free = new TreeMap<>();
  private final Map<String, Integer> strangers = new LinkedHashMap<>();
  private int busy;

  RollCall(ClusterNode node) {
    this.node = node;
  }

  /**
   * The agents that are free, {@code wanted} of them, which work for this node from now on. Waits.
   *
   * @param meanwhile runs again and again; what it throws ends the wait
   * @throws IllegalStateException when there are fewer, saying how many there are
   */
  List<Presence> gather(int wanted, Duration within, Runnable meanwhile) {
    String reply = "ipbx.load.roll." + UUID.randomUUID();
    MessageConsumer<JsonObject> answers = node.vertx().eventBus().consumer(reply, this::heard);
    answers.completion().await();
    long end = System.nanoTime() + within.toNanos();
    try {
      while (true) {
        List<Presence> first = here().stream().limit(wanted).toList();
        if (first.size() == wanted && first.stream().allMatch(this::hold)) {
          return first;
        }
        meanwhile.run();
        if (System.nanoTime() > end) {
          throw new IllegalStateException(tooFew(wanted, within));
        }
        node.vertx().eventBus().publish(Wire.ROLL_CALL, Wire.message().put("reply", reply));
        pause();
      }
    } finally {
      answers.unregister().await();
    }
  }

  /** All leaders ask in the same order, so that no two wait for each other's agents. */
  private boolean hold(Presence agent) {
    try {
      node.vertx()
          .eventBus()
          .request(agent.address(), Wire.message("hold").put("node", node.id()), PATIENCE)
          .await();
      return true;
    } catch (ReplyException refused) {
      forget(agent.address());
      return false;
    }
  }

  private synchronized void forget(String address) {
    free.remove(address);
  }

  private void pause() {
    node.vertx().timer(AGAIN_MILLIS, TimeUnit.MILLISECONDS).await();
  }

  private synchronized void heard(Message<JsonObject> message) {
    JsonObject hello = message.body();
    String address = hello.getString("address");
    String leader = hello.getString("leader");
    if (Wire.version(hello) != Wire.VERSION) {
      strangers.put(address, Wire.version(hello));
    } else if (leader != null && !leader.equals(node.id())) {
      busy += free.remove(address) == null ? 1 : 0;
    } else {
      free.putIfAbsent(
          address, new Presence(hello.getString("name"), address, hello.getString("node")));
    }
  }

  private synchronized List<Presence> here() {
    return List.copyOf(free.values());
  }

  private synchronized String tooFew(int wanted, Duration within) {
    return free.size()
        + " of "
        + wanted
        + " agents joined within "
        + within.toSeconds()
        + " s, cluster "
        + node.clusterName()
        + " at "
        + node.address()
        + names()
        + (busy == 0 ? "" : "; others are busy with another run")
        + (strangers.isEmpty()
            ? ""
            : "; "
                + strangers.size()
                + " speak version "
                + strangers.values()
                + " and not "
                + Wire.VERSION);
  }

  private String names() {
    return free.isEmpty() ? "" : ": " + free.values().stream().map(Presence::name).toList();
  }
}
