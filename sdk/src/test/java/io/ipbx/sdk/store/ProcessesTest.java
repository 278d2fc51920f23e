package io.ipbx.sdk.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.sdk.testing.FreePort;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** T16: real processes in a cluster, some of which are killed at the worst moments. */
@Tag("cluster")
@ExtendWith(VertxExtension.class)
class ProcessesTest {

  @Test
  void the_single_flight_holds_over_processes_that_come_and_die(Vertx vertx) {
    int seed = FreePort.find();
    try (Fleet fleet = new Fleet(vertx);
        NodeProcess first = new NodeProcess(fleet.mock().url(), seed, seed)) {
      assertThat(first.answer()).isEqualTo("ready");
      try (NodeProcess second = new NodeProcess(fleet.mock().url(), FreePort.find(), seed);
          NodeProcess third = new NodeProcess(fleet.mock().url(), FreePort.find(), seed)) {
        assertThat(List.of(second.answer(), third.answer())).containsOnly("ready");
        List<NodeProcess> all = List.of(first, second, third);

        assertThat(tokens(all)).hasSize(1);
        fleet.assertGrants(1, 0);
        for (int round = 1; round <= 3; round++) {
          anHourPasses(fleet, all);
          assertThat(tokens(all)).hasSize(1);
          fleet.assertGrants(1, round);
        }

        anHourPasses(fleet, all);
        order(second, "die with the lock");
        second.ask("token");
        assertThat(second.answer()).isEqualTo("gone");
        if (Infinispan.isWanted()) {
          // It takes longer to miss a node than a store is waited for: both may carry on alone.
          tokens(List.of(first, third));
          assertThat(fleet.mock().stats().requests()).isBetween(5L, 6L);
          assertThat(fleet.mock().stats().byOutcome()).containsOnlyKeys("ok");
          return;
        }
        assertThat(tokens(List.of(first, third))).hasSize(1);
        fleet.assertGrants(1, 4);

        anHourPasses(fleet, List.of(first, third));
        order(third, "die before the save");
        third.ask("token");
        assertThat(third.answer()).isEqualTo("gone");
        fleet.assertGrants(1, 5);
        assertThat(tokens(List.of(first))).hasSize(1);
        fleet.assertGrants(2, 5);
      }
    }
  }

  private static List<String> tokens(List<NodeProcess> nodes) {
    nodes.forEach(node -> node.ask("token"));
    return nodes.stream().map(NodeProcess::answer).distinct().toList();
  }

  private static void anHourPasses(Fleet fleet, List<NodeProcess> nodes) {
    fleet.mock().clock().advance(Duration.ofHours(1));
    nodes.forEach(node -> order(node, "an hour passes"));
  }

  private static void order(NodeProcess node, String what) {
    node.ask(what);
    assertThat(node.answer()).isEqualTo("done");
  }
}
