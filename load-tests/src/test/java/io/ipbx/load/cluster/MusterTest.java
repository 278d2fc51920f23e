package io.ipbx.load.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MusterTest {

  private final List<Integer> complete = new ArrayList<>();
  private final Muster muster = new Muster(List.of(0, 1, 2), complete::add);

  @Test
  void a_point_is_complete_when_the_last_one_is_there() {
    muster.arrive(1, 0);
    muster.arrive(1, 1);
    muster.arrive(2, 1);
    assertThat(complete).isEmpty();
    muster.arrive(1, 2);
    assertThat(complete).containsExactly(1);
  }

  @Test
  void who_is_lost_is_not_waited_for_and_nothing_follows_when_all_are() {
    muster.arrive(1, 0);
    muster.arrive(1, 2);
    muster.leave(1);
    assertThat(complete).containsExactly(1);
    muster.arrive(2, 0);
    muster.leave(2);
    assertThat(complete).containsExactly(1, 2);
    muster.leave(0);
    muster.arrive(3, 0);
    assertThat(complete).containsExactly(1, 2);
  }
}
