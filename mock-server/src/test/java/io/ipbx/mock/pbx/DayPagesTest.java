package io.ipbx.mock.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.pbx.world.CallDay;
import io.ipbx.mock.pbx.world.CallHistory;
import io.ipbx.mock.pbx.world.SeededCalls;
import io.ipbx.mock.pbx.world.Staff;
import io.ipbx.mock.pbx.world.TwoPeople;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages of what ten days have: a number of things each that is its place and one more. */
class DayPagesTest {

  private static final int THINGS = 55;
  private static final Staff STAFF = TwoPeople.staff();

  private final CallHistory history = new CallHistory(new SeededCalls(1, 4_000, STAFF));
  private final DayCounts counts = new DayCounts();
  private final List<Integer> asked = new ArrayList<>();

  private Stream<String> things(CallDay day) {
    asked.add(day.place());
    return IntStream.rangeClosed(0, day.place()).mapToObj(i -> day.place() + "." + i);
  }

  private DayPages.Found<String> page(Object question, int page, int size) {
    return new DayPages<>(
            new Slice(page, size), counts.about(question), CallDay::isOfSeed, this::things)
        .in(history, new Places(0, history.size()));
  }

  @Test
  void pages_of_any_size_in_any_order_are_cut_of_one_list() {
    List<String> all = page("all", 1, THINGS).items();

    assertThat(all).hasSize(THINGS);
    for (int size : new int[] {1, 7, 10, 54, 100}) {
      List<String> found = new ArrayList<>();
      for (int page = (THINGS + size - 1) / size; page > 0; page--) {
        found.addAll(0, page("all", page, size).items());
      }
      assertThat(found).as("by %d", size).isEqualTo(all);
    }
    assertThat(page("all", 2, THINGS))
        .isEqualTo(new DayPages.Found<String>(THINGS, List.of()))
        .isEqualTo(page("all", Integer.MAX_VALUE, 5_000));
  }

  @Test
  void once_counted_only_the_days_of_the_page_are_looked_at() {
    page("all", 1, 1);
    asked.clear();

    assertThat(page("all", 6, 10).items()).containsExactly("9.5", "9.6", "9.7", "9.8", "9.9");
    assertThat(page("all", 1, 3).total()).isEqualTo(THINGS);

    assertThat(asked).containsExactly(9, 0, 1);
  }

  @Test
  void a_question_forgotten_is_counted_again() {
    page("all", 1, 1);
    for (int other = 0; other < 20; other++) {
      page(other, 1, 1);
    }
    asked.clear();

    page("all", 6, 10);

    assertThat(asked).hasSize(11);
  }
}
