package io.ipbx.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.control.FaultEffects;
import io.ipbx.mock.control.FaultMatch;
import io.ipbx.mock.testing.RunningMock;
import io.ipbx.mock.testing.SharedMock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Chance that can be had again. */
class FaultSeedTest extends SharedMock {

  private static final int REQUESTS = 40;
  private static final List<String> IDENTITIES =
      IntStream.range(0, 8).mapToObj(i -> "user" + i + "@example.com").toList();

  /** The statuses that each identity got, all of them asking at the same time. */
  private static Map<String, List<Integer>> run(FaultMatch match, long shuffle) {
    mock.mock().faults().clear().add(match, FaultEffects.status(503));
    List<String> order = new ArrayList<>(IDENTITIES);
    Collections.shuffle(order, new Random(shuffle));
    Map<String, CompletableFuture<List<Integer>>> runs =
        order.stream()
            .collect(Collectors.toMap(name -> name, name -> ask(name, new ArrayList<>())));
    return runs.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, run -> run.getValue().join()));
  }

  private static CompletableFuture<List<Integer>> ask(String identity, List<Integer> got) {
    return mock.sendAsync(mock.form("/token", RunningMock.password(identity, "x")))
        .thenCompose(
            answer -> {
              got.add(answer.statusCode());
              return got.size() < REQUESTS
                  ? ask(identity, got)
                  : CompletableFuture.completedFuture(got);
            });
  }

  private static FaultMatch half() {
    return FaultMatch.endpoint("token").setProbability(0.5);
  }

  @Test
  void the_same_seed_gives_each_identity_the_same_run_however_they_mingle() {
    Map<String, List<Integer>> first = run(half().setSeed(7L), 1);
    Map<String, List<Integer>> second = run(half().setSeed(7L), 2);

    assertThat(second).isEqualTo(first);
    assertThat(first.values()).as("not all alike").doesNotHaveDuplicates();
  }

  @Test
  void another_seed_gives_another_run() {
    assertThat(run(half().setSeed(7L), 1)).isNotEqualTo(run(half().setSeed(8L), 1));
  }

  @Test
  void without_a_seed_the_seed_of_the_mock_makes_one_which_is_told() {
    Map<String, List<Integer>> first = run(half(), 1);
    Long told = mock.mock().faults().list().get(0).getMatch().getSeed();

    assertThat(run(half(), 2)).isEqualTo(first);
    assertThat(run(half().setSeed(told), 3)).isEqualTo(first);
  }

  @Test
  void a_chance_is_what_it_says() {
    long hits =
        IntStream.range(0, 200)
            .mapToObj(i -> "user" + i)
            .flatMap(name -> IntStream.range(0, 100).mapToObj(n -> Draws.of(3, name, n)))
            .filter(random -> random.nextDouble() < 0.1)
            .count();

    assertThat(hits).isBetween(1_850L, 2_150L);
  }

  @Test
  void random_latencies_are_spread_as_they_say() {
    Latency uniform = new Latency(FaultEffects.uniformLatency(100, 300));
    Latency lognormal = new Latency(FaultEffects.lognormalLatency(100, 0.5).setMax(1_000L));

    assertThat(drawn(uniform))
        .allMatch(millis -> millis >= 100 && millis <= 300)
        .contains(100L, 300L);
    List<Long> sorted = drawn(lognormal).stream().sorted().toList();
    assertThat(sorted.get(sorted.size() / 2)).isBetween(95L, 105L);
    // The 97.7th percentile lies two deviations up, at 100 times e.
    assertThat(sorted.get(sorted.size() * 977 / 1_000)).isBetween(240L, 305L);
    assertThat(sorted.get(sorted.size() - 1)).isLessThanOrEqualTo(1_000L);
  }

  private static List<Long> drawn(Latency latency) {
    return IntStream.range(0, 10_000)
        .mapToObj(n -> latency.millis(Draws.of(1, "access@example.com", n)))
        .toList();
  }
}
