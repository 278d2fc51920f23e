package io.ipbx.mock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RingTest {

  private static List<Long> places(Ring<?> ring) {
    return ring.from(0).stream().map(Ring.Placed::place).toList();
  }

  @Test
  void many_writers_lose_nothing_but_the_oldest() {
    Ring<Integer> ring = new Ring<>(64, 1);
    List<CompletableFuture<Void>> writers =
        IntStream.range(0, 4)
            .mapToObj(
                writer ->
                    CompletableFuture.runAsync(
                        () -> IntStream.range(0, 10_000).forEach(ring::append)))
            .toList();
    while (!writers.stream().allMatch(CompletableFuture::isDone)) {
      assertThat(places(ring)).isSorted().doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(64);
    }
    writers.forEach(CompletableFuture::join);

    assertThat(ring.total()).isEqualTo(40_000);
    assertThat(ring.forgotten()).isEqualTo(40_000 - 64);
    // A writer that was overtaken by a whole round may have put its older element last.
    assertThat(places(ring)).hasSizeBetween(60, 64).last().isEqualTo(40_000L);
  }

  @Test
  void a_place_is_empty_before_it_is_written_and_after_it_is_written_over() {
    Ring<String> ring = new Ring<>(2, 5);
    ring.append("a");
    assertThat(ring.at(5)).isEqualTo(new Ring.Placed<>(5, "a"));
    assertThat(ring.at(6)).isNull();

    ring.append("b");
    ring.append("c");

    assertThat(ring.at(5)).isNull();
    assertThat(ring.oldest()).isEqualTo(6);
    assertThat(places(ring)).containsExactly(6L, 7L);
  }
}
