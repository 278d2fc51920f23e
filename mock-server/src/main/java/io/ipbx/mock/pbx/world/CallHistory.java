package io.ipbx.mock.pbx.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
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

  /** How many calls of the seed come before each of those added. */
  private final int[] before;

  /** The calls of a seed, and none added. */
  public CallHistory(SeededCalls seeded) {
    this(seeded, List.of(), new int[0]);
  }

  private CallHistory(SeededCalls seeded, List<PastCall> added, int[] before) {
    this.seeded = seeded;
    this.added = added;
    this.before = before;
  }

  /** This history with one call more. */
  public CallHistory plus(PastCall call) {
    int place = addedBefore(call.start().plusNanos(1));
    List<PastCall> more = new ArrayList<>(added);
    more.add(place, call);
    int[] ranks = Arrays.copyOf(before, before.length + 1);
    System.arraycopy(before, place, ranks, place + 1, before.length - place);
    ranks[place] = seeded.firstFrom(call.start());
    return new CallHistory(seeded, more, ranks);
  }

  /** This history without the call of that number, which was added. */
  public CallHistory minus(int number) {
    List<PastCall> fewer = new ArrayList<>(added);
    int place = fewer.indexOf(numbered(number));
    if (place < 0) {
      return this;
    }
    fewer.remove(place);
    int[] ranks = Arrays.copyOf(before, before.length - 1);
    System.arraycopy(before, place + 1, ranks, place, ranks.length - place);
    return new CallHistory(seeded, fewer, ranks);
  }

  /** How many of those added began before {@code moment}. */
  private int addedBefore(Instant moment) {
    return firstOf(added.size(), place -> !added.get(place).start().isBefore(moment));
  }

  /** The first place of so many for which {@code holds}, as it then does for all after it. */
  private static int firstOf(int count, IntPredicate holds) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (holds.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
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
    return seeded.firstFrom(moment) + addedBefore(moment);
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
    int found = firstOf(added.size(), i -> before[i] + i >= place);
    boolean isAdded = found < added.size() && before[found] + found == place;
    return isAdded ? added.get(found) : seeded.call(place - found);
  }

  /** When the call at that place began, without playing its day. */
  private Instant startOf(int place) {
    int found = firstOf(added.size(), i -> before[i] + i >= place);
    boolean isAdded = found < added.size() && before[found] + found == place;
    return isAdded ? added.get(found).start() : seeded.startOf(place - found);
  }

  /** The day of the call at that place. It is not played for that. */
  public CallDay dayAt(int place) {
    LocalDate date = BusinessDays.dateOf(startOf(place));
    Instant midnight = BusinessDays.midnight(date);
    Instant next = BusinessDays.midnight(date.plusDays(1));
    int first = firstFrom(midnight);
    int addedBefore = addedBefore(midnight);
    boolean isOfSeed = addedBefore(next) == addedBefore;
    return new CallDay(date, first, firstFrom(next), isOfSeed ? first - addedBefore : -1);
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
