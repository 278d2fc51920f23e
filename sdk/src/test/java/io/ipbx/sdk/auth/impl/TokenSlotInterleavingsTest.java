package io.ipbx.sdk.auth.impl;

import java.util.List;
import java.util.stream.Stream;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Options;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/**
 * T1, T10 and T13 under every interleaving that Lincheck comes to: whatever callers, landings,
 * failures, 401s and logouts see of a slot, they could have seen one after the other. {@code
 * -Dlincheck.scenarios} and {@code -Dlincheck.runs} say how long it looks.
 */
class TokenSlotInterleavingsTest {

  private static final int SCENARIOS = Integer.getInteger("lincheck.scenarios", 10);
  private static final int RUNS = Integer.getInteger("lincheck.runs", 200);

  /** Token 1 is held, and where it says so flight 1 is in the air. */
  private static Stream<SlotRace> races() {
    return Stream.of(
        race("a caller while the flight lands", flying("invalidate 1"), "land 1 2", "ask 2 0"),
        race("a caller while the flight fails", flying("invalidate 1"), "fail 1 false", "ask 2 0"),
        race("two callers without a token", List.of("invalidate 1"), "ask 1 0", "ask 2 0"),
        race("a caller during a logout", List.of(), "logout", "ask 2 0"),
        race("a late 401 while the next token comes", flying(), "land 1 2", "invalidate 1"),
        race("a caller who knows the token that lands", flying(), "land 1 2", "ask 2 2"),
        race("two 401s of one token", List.of(), "invalidate 1", "invalidate 1"),
        race(
            "a refused refresh token while the next comes",
            flying(),
            "land 1 2",
            "forgetRefresh 1"),
        race("a logout while the flight lands", flying(), "land 1 2", "logout"),
        race("a logout while the flight fails", flying(), "fail 1 false", "logout"),
        race("a flight that lands twice", flying(), "land 1 2", "land 1 1"),
        race("a flight that lands while it fails", flying(), "land 1 2", "fail 1 false"),
        new SlotRace(
            "a renewal that comes too late, and the flight after the logout",
            flying("land 1 2"),
            List.of(List.of("renew 2 1"), List.of("logout", "ask 1 0")),
            List.of("land 1 1", "ask 2 0")),
        new SlotRace(
            "a caller who is too late, and the flight after the next",
            flying("invalidate 1"),
            List.of(List.of("ask 2 0"), List.of("land 1 2", "logout", "ask 1 0")),
            List.of("land 1 1", "ask 2 0")));
  }

  private static SlotRace race(String name, List<String> before, String one, String other) {
    return new SlotRace(
        name, before, List.of(List.of(one), List.of(other)), List.of("refreshToken", "ask 2 0"));
  }

  private static List<String> flying(String... more) {
    return Stream.concat(Stream.of("ask 1 1"), Stream.of(more)).toList();
  }

  @Test
  void any_interleaving_looks_like_an_order() {
    check(new ModelCheckingOptions(), 2);
  }

  @Test
  void threads_at_full_speed_see_an_order_too() {
    check(new StressOptions(), 3);
  }

  private static void check(Options<?, ?> options, int threads) {
    races().forEach(race -> options.addCustomScenario(race.scenario()));
    options
        .iterations(SCENARIOS)
        .threads(threads)
        .actorsPerThread(2)
        .invocationsPerIteration(RUNS)
        .sequentialSpecification(SlotSpecification.class)
        .check(SlotOperations.class);
  }
}
