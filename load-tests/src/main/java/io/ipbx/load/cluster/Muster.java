package io.ipbx.load.cluster;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * Points that every agent reaches by itself and none passes before all have: numbered, each with an
 * action for when the last one is there. Lost agents are not waited for.
 */
final class Muster {

  private final TreeMap<Integer, Set<Integer>> there = new TreeMap<>();
  private final IntConsumer complete;
  private List<Integer> expected;

  /**
   * @param expected the agents' numbers
   * @param complete what follows when all are at a point, once for each
   */
  Muster(List<Integer> expected, IntConsumer complete) {
    this.expected = List.copyOf(expected);
    this.complete = complete;
  }

  synchronized void arrive(int point, int agent) {
    there.computeIfAbsent(point, first -> new HashSet<>()).add(agent);
    check();
  }

  synchronized void leave(int agent) {
    expected = expected.stream().filter(other -> other != agent).toList();
    check();
  }

  private void check() {
    List<Integer> full =
        there.entrySet().stream()
            .filter(point -> !expected.isEmpty() && point.getValue().containsAll(expected))
            .map(Map.Entry::getKey)
            .toList();
    for (int point : full) {
      there.remove(point);
      complete.accept(point);
    }
  }
}
