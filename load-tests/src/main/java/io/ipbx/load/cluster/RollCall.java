package io.ipbx.load.cluster;

import io.ipbx.load.cluster.RemoteAgent.Presence;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Asks who is there until there are enough, or too much time has gone by. */
final class RollCall {

  private static final long AGAIN_MILLIS = 200;

  private final ClusterNode node;
  private final Map<String, Presence> free = new LinkedHashMap<>();
  private final Map<String, Integer> strangers = new LinkedHashMap<>();
  private int busy;

  RollCall(ClusterNode node) {
    this.node = node;
  }

  /**
   * The agents that are free, {@code wanted} of them. Waits.
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
      while (here().size() < wanted) {
        meanwhile.run();
        if (System.nanoTime() > end) {
          throw new IllegalStateException(tooFew(wanted, within));
        }
        node.vertx().eventBus().publish(Wire.ROLL_CALL, Wire.message().put("reply", reply));
        pause();
      }
      return here().subList(0, wanted);
    } finally {
      answers.unregister().await();
    }
  }

  private void pause() {
    node.vertx().timer(AGAIN_MILLIS, TimeUnit.MILLISECONDS).await();
  }

  private synchronized void heard(Message<JsonObject> message) {
    JsonObject hello = message.body();
    String address = hello.getString("address");
    if (Wire.version(hello) != Wire.VERSION) {
      strangers.put(address, Wire.version(hello));
    } else if (hello.getBoolean("busy")) {
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
