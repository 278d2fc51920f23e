package io.ipbx.mock.pbx.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.portal.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where calls stand in a history, which is found by their days. */
class CallHistoryTest {

  private static final Staff STAFF = TwoPeople.staff();
  private static final Instant SATURDAY = Instant.parse("2026-02-21T10:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-02-24T10:00:00Z");

  /** Seven days, of which the first has but 100 calls. */
  private final CallHistory seeded = new CallHistory(new SeededCalls(1, 2_500, STAFF));

  private static PastCall call(int number, Instant start) {
    Parties parties = new Parties(Way.LOC, "201", "202", "201", null, null, null);
    Course course = Course.answered(0, 5, 60);
    return new PastCall(
        number, PastCall.idOf(start, number), start, parties, course, null, Callback.NONE, "", "");
  }

  @Test
  void the_first_call_from_a_moment_on_is_found_wherever_the_moment_is() {
    CallHistory history = seeded.plus(call(2_500, SATURDAY)).plus(call(2_501, TUESDAY));
    List<Instant> starts =
        history.between(0, history.size()).map(PastCall::start).sorted().toList();
    Instant moment = starts.get(0).minus(Duration.ofDays(4));

    for (;
        moment.isBefore(Instant.parse("2026-03-03T00:00:00Z"));
        moment = moment.plusSeconds(601)) {
      Instant from = moment;
      assertThat(history.firstFrom(from))
          .as("%s", from)
          .isEqualTo(starts.stream().filter(start -> start.isBefore(from)).count());
    }
    for (Instant start : starts) {
      assertThat(history.firstFrom(start)).isEqualTo(starts.indexOf(start));
    }
    assertThat(history.firstFrom(Instant.MIN)).isZero();
    assertThat(history.firstFrom(Instant.MAX)).isEqualTo(history.size());
  }

  @Test
  void nobody_is_called_back_before_having_given_up() {
    List<PastCall> back =
        seeded
            .between(0, seeded.size())
            .filter(call -> call.callback().role() == Callback.Role.CALLS_BACK)
            .filter(call -> call.callback().number() >= 0)
            .toList();

    assertThat(back).hasSizeGreaterThan(50);
    assertThat(back)
        .allSatisfy(
            call ->
                assertThat(call.start())
                    .isAfterOrEqualTo(
                        Objects.requireNonNull(seeded.numbered(call.callback().number())).end()));
  }

  @Test
  void no_two_lines_of_a_large_house_have_one_number() {
    List<User> many =
        IntStream.range(0, 500)
            .mapToObj(i -> new User("u" + i, "u" + i + "@example.com", "U", "V", 101))
            .toList();

    assertThat(new Staff(many, 1).lines().all().stream().filter(Line::isExtension))
        .extracting(Line::number)
        .hasSize(504)
        .doesNotHaveDuplicates();
  }

  @Test
  void days_follow_each_other_and_know_whether_they_are_of_the_seed() {
    CallHistory history = seeded.plus(call(2_500, SATURDAY)).plus(call(2_501, TUESDAY));
    List<CallDay> days = new ArrayList<>();
    for (int place = 0; place < history.size(); place = days.get(days.size() - 1).end()) {
      days.add(history.dayAt(place));
    }

    assertThat(days.stream().map(day -> day.date().toString()))
        .containsExactly(
            "2026-02-19",
            "2026-02-20",
            "2026-02-21",
            "2026-02-23",
            "2026-02-24",
            "2026-02-25",
            "2026-02-26",
            "2026-02-27");
    assertThat(days.stream().filter(day -> !day.isOfSeed()).map(day -> day.date().toString()))
        .containsExactly("2026-02-21", "2026-02-24");
    assertThat(days.stream().filter(CallDay::isOfSeed).map(CallDay::firstNumber))
        .containsExactly(0, 100, 500, 1_300, 1_700, 2_100);
    assertThat(days.stream().filter(CallDay::isOfSeed).map(CallDay::place))
        .containsExactly(0, 1, 2, 4, 5, 6);
    assertThat(days.get(3)).isEqualTo(new CallDay(days.get(3).date(), 501, 901, 500));
  }
}
