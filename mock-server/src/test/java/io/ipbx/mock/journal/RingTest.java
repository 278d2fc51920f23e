package io.ipbx.mock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.ipbx.mock.control.RecordedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RingTest {

  private static RecordedRequest request(long sequence) {
    return new RecordedRequest(
        sequence,
        Instant.EPOCH,
        Duration.ZERO,
        null,
        "GET",
        "/",
        null,
        Map.of(),
        null,
        0,
        "unknown",
        null,
        null,
        null,
        0,
        RecordedRequest.PENDING,
        List.of());
  }

  private static void append(Ring ring) {
    long place = ring.claim();
    ring.slot(place).keep(place, request(place));
  }

  private static List<Long> places(Ring ring) {
    return LongStream.range(ring.oldest(), ring.next())
        .filter(place -> ring.slot(place).shown(place, 0) != null)
        .boxed()
        .toList();
  }

  @Test
  void many_writers_lose_nothing_but_the_oldest() {
    Ring ring = new Ring(64, 1);
    List<CompletableFuture<Void>> writers =
        IntStream.range(0, 4)
            .mapToObj(
                writer ->
                    CompletableFuture.runAsync(
                        () -> IntStream.range(0, 10_000).forEach(i -> append(ring))))
            .toList();
    while (!writers.stream().allMatch(CompletableFuture::isDone)) {
      assertThat(places(ring)).hasSizeLessThanOrEqualTo(64);
    }
    writers.forEach(CompletableFuture::join);

    assertThat(ring.total()).isEqualTo(40_000);
    assertThat(ring.forgotten()).isEqualTo(40_000 - 64);
    // A writer that was overtaken by a whole round leaves what is newer.
    assertThat(places(ring)).isEqualTo(LongStream.rangeClosed(39_937, 40_000).boxed().toList());
  }

  @Test
  void a_place_is_empty_before_it_is_written_and_after_it_is_written_over() {
    Ring ring = new Ring(2, 5);
    append(ring);
    assertThat(ring.slot(5).shown(5, 0)).isEqualTo(request(5));
    assertThat(ring.slot(6).shown(6, 0)).isNull();

    append(ring);
    append(ring);

    assertThat(ring.slot(5).shown(5, 0)).isNull();
    assertThat(ring.oldest()).isEqualTo(6);
    assertThat(places(ring)).containsExactly(6L, 7L);
  }

  @Test
  void what_comes_too_late_for_its_place_changes_nothing_there() {
    Ring ring = new Ring(1, 1);
    Slot slot = ring.slot(ring.claim());
    append(ring);

    slot.keep(1, request(1));
    slot.ended(1, 200, "ok");
    slot.acted(1, List.of("f1"));

    assertThat(places(ring)).containsExactly(2L);
    assertThat(ring.slot(2).shown(2, 0)).isEqualTo(request(2));
  }
}
