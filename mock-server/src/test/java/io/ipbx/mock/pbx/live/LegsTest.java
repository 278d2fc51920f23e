package io.ipbx.mock.pbx.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.pbx.world.CallHistory;
import io.ipbx.mock.pbx.world.Parties;
import io.ipbx.mock.pbx.world.PastCall;
import io.ipbx.mock.pbx.world.SeededCalls;
import io.ipbx.mock.pbx.world.Staff;
import io.ipbx.mock.pbx.world.TwoPeople;
import io.ipbx.mock.pbx.world.Way;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Calls that are made without end take no memory without end. */
class LegsTest {

  private static final int SEEDED = 10;
  private static final Instant NOW = Instant.parse("2030-01-01T08:00:00Z");

  private final Staff staff = TwoPeople.staff();
  private final Legs legs = new Legs(1, new CallHistory(new SeededCalls(1, SEEDED, staff)));

  private Leg place(Instant at) {
    return legs.place(new Parties(Way.LOC, "201", "202", "201", null, null, null), "", false, at);
  }

  @Test
  void of_too_many_that_go_on_the_oldest_ends() {
    List<Integer> placed =
        IntStream.rangeClosed(0, Legs.MOST_GOING).mapToObj(i -> place(NOW).number()).toList();

    assertThat(legs.going()).extracting(Leg::number).isEqualTo(placed.subList(1, placed.size()));
    assertThat(legs.over()).extracting(Leg::number).containsExactly(placed.get(0));
  }

  @Test
  void of_too_many_that_are_over_the_first_to_end_leave_the_history() {
    List<Leg> ended =
        IntStream.range(0, Legs.MOST_OVER + 3).mapToObj(i -> ended(NOW.plusSeconds(i))).toList();

    CallHistory history = legs.history();
    assertThat(legs.over()).hasSize(Legs.MOST_OVER);
    assertThat(history.size()).isEqualTo(SEEDED + Legs.MOST_OVER);
    assertThat(history.numbered(ended.get(2).number())).isNull();
    assertThat(history.numbered(ended.get(3).number())).isNotNull();
    assertThat(history.between(SEEDED, history.size()).map(PastCall::number))
        .isEqualTo(ended.stream().skip(3).map(Leg::number).toList());
  }

  private Leg ended(Instant at) {
    Leg leg = place(at);
    legs.end(List.of(leg), at);
    return leg;
  }
}
