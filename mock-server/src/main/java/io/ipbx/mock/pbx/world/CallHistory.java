package io.ipbx.mock.pbx.world;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The calls that are over, the oldest first: those of the seed, and among them those that were made
 * since the mock was started. Does not change; whoever asks later gets another.
 */
public final class CallHistory {

  private final SeededCalls seeded;
  private final List<PastCall> added;

  /** The places of those added. */
  private final int[] places;

  /**
   * A history.
   *
   * @param added in any order
   */
  public CallHistory(SeededCalls seeded, List<PastCall> added) {
    this.seeded = seeded;
    this.added = added.stream().sorted(Comparator.comparing(PastCall::start)).toList();
    this.places =
        IntStream.range(0, added.size())
            .map(i -> i + seeded.firstFrom(this.added.get(i).start()))
            .toArray();
  }

  public int size() {
    return seeded.size() + added.size();
  }

  /** The calls from {@code first} to before {@code end}. */
  public Stream<PastCall> between(int first, int end) {
    return IntStream.range(first, end).mapToObj(this::call);
  }

  /** The calls that began from {@code from} to {@code to}, both inclusive; null is no limit. */
  public Stream<PastCall> between(@Nullable Instant from, @Nullable Instant to) {
    return between(firstFrom(from), endAt(to));
  }

  /** The place of the first call that began at {@code moment} or later; the size when none did. */
  public int firstFrom(@Nullable Instant moment) {
    if (moment == null) {
      return 0;
    }
    int place = seeded.firstFrom(moment);
    for (PastCall call : added) {
      if (!call.start().isBefore(moment)) {
        break;
      }
      place++;
    }
    return place;
  }

  /** The place after the last call that began at {@code moment} or before. */
  public int endAt(@Nullable Instant moment) {
    return moment == null ? size() : firstFrom(moment.plusMillis(1));
  }

  /**
   * The call at that place.
   *
   * @param place from 0, the oldest
   */
  public PastCall call(int place) {
    int found = Arrays.binarySearch(places, place);
    return found >= 0 ? added.get(found) : seeded.call(place + found + 1);
  }

  /**
   * All legs of a call, in order of time; none when there is no such call.
   *
   * @param callId as {@link PastCall#callId}
   */
  public List<PastCall> legs(String callId) {
    List<PastCall> legs = added.stream().filter(leg -> leg.callId().equals(callId)).toList();
    if (!legs.isEmpty()) {
      return legs;
    }
    PastCall call = numbered(PastCall.numberIn(callId));
    if (call == null || !call.callId().equals(callId)) {
      return List.of();
    }
    return List.of(call);
  }

  /** The call of that number, wherever it stands; null when there is none. */
  public @Nullable PastCall numbered(int number) {
    if (number >= 0 && number < seeded.size()) {
      return seeded.call(number);
    }
    return added.stream().filter(call -> call.number() == number).findFirst().orElse(null);
  }
}
