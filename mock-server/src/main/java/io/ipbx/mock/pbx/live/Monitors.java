package io.ipbx.mock.pbx.live;

import io.ipbx.mock.pbx.world.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who listens to calls that go on. Guarded by the calls they belong to. */
final class Monitors {

  /** More than that at once, and the first to listen stops. */
  private static final int MOST = 1_000;

  private final List<Monitor> all = new ArrayList<>();

  List<Monitor> all() {
    return List.copyOf(all);
  }

  Stream<Channel> channels() {
    return all.stream().map(Monitor::channel);
  }

  void add(Monitor monitor) {
    if (all.size() == MOST) {
      all.remove(0);
    }
    all.add(monitor);
  }

  /** Ends those that are {@code meant}, of that person; whether there were any. */
  boolean end(Predicate<Monitor> meant, @Nullable Person only) {
    return all.removeIf(monitor -> meant.test(monitor) && monitor.isOf(only));
  }

  /** Who listened to what is over does so no longer. */
  void keepThoseOf(List<Leg> going) {
    if (!all.isEmpty()) {
      Set<Integer> heard = going.stream().map(Leg::number).collect(Collectors.toSet());
      all.removeIf(monitor -> !heard.contains(monitor.legNumber()));
    }
  }

  void replace(List<Monitor> others) {
    all.clear();
    all.addAll(others);
  }
}
