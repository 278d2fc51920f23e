package io.ipbx.sdk.store;

import io.ipbx.sdk.IpbxClient;
import io.ipbx.sdk.IpbxOptions;
import io.ipbx.sdk.testing.Await;
import io.ipbx.sdk.testing.ShiftedTime;
import io.ipbx.sdk.testing.World;
import io.vertx.core.Vertx;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** The program of one node of a cluster; does as it is told on standard input, until that ends. */
final class ClusterNode {

  private final ShiftedTime time;
  private final Gate gate;
  private final IpbxClient client;
  private final AtomicInteger replaces = new AtomicInteger();

  private ClusterNode(String mockUrl, Vertx vertx) {
    time = new ShiftedTime(vertx);
    gate = new Gate(SharedDataTokenStore.create(vertx));
    client =
        IpbxClient.builder(vertx)
            .with(
                new IpbxOptions()
                    .setAuthUrl(mockUrl)
                    .setApiUrl(mockUrl)
                    .setUsername(World.USERNAME)
                    .setPassword(World.PASSWORD))
            .withTime(time)
            .withTokenStore(gate)
            .build();
  }

  public static void main(String[] args) throws IOException {
    PrintStream answers = System.out;
    System.setOut(System.err); // where logs may go: they are no answers
    Vertx vertx = Cluster.node(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    ClusterNode node = new ClusterNode(args[0], vertx);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    answers.println("ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      answers.println(node.obey(line));
    }
    Runtime.getRuntime().halt(0);
  }

  private String obey(String order) {
    switch (order) {
      case "token" -> {
        return Await.result(client.tokens().current()).value();
      }
      case "an hour passes" -> time.advance(Duration.ofHours(1));
      case "die with the lock" -> gate.afterLock(() -> Runtime.getRuntime().halt(9));
      case "die before the save" -> {
        replaces.set(0);
        gate.beforeReplace(this::dieAtTheSecond);
      }
      default -> throw new IllegalArgumentException(order);
    }
    return "done";
  }

  /** The first takes the refresh token out of the store, the second saves what came of it. */
  private void dieAtTheSecond() {
    if (replaces.incrementAndGet() == 2) {
      Runtime.getRuntime().halt(9);
    }
  }
}
