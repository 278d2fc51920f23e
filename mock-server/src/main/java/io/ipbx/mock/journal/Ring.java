package io.ipbx.mock.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The newest elements of an endless row, by their place in it. Appending takes one step, however
 * many write; readers take nothing away and hold nobody up.
 */
final class Ring<E> {

  /** An element and its place. */
  record Placed<E>(long place, E element) {}

  private final AtomicReferenceArray<Placed<E>> slots;
  private final AtomicLong next;
  private final long first;
  private final long held;

  /**
   * An empty ring.
   *
   * @param first the place of the element that comes first
   */
  Ring(int size, long first) {
    this(size, first, first, first);
  }

  private Ring(int size, long first, long held, long next) {
    this.slots = new AtomicReferenceArray<>(size);
    this.first = first;
    this.held = held;
    this.next = new AtomicLong(next);
  }

  /** A ring of another size that goes on where this one is, with its newest {@code kept}. */
  Ring<E> resized(int size, int kept) {
    long end = next.get();
    Ring<E> made = new Ring<>(size, first, Math.max(oldest(), end - kept), end);
    from(made.held).stream().filter(placed -> placed.place() < end).forEach(made::put);
    return made;
  }

  /** A ring that goes on after {@code placed}, the last of {@code total} elements. */
  static <E> Ring<E> of(int size, long total, List<Placed<E>> placed) {
    long end = placed.isEmpty() ? total + 1 : placed.get(placed.size() - 1).place() + 1;
    long oldest = placed.isEmpty() ? end : placed.get(0).place();
    Ring<E> made = new Ring<>(size, end - total, oldest, end);
    placed.forEach(made::put);
    return made;
  }

  /** The place it got. */
  long append(E element) {
    long place = next.getAndIncrement();
    put(new Placed<>(place, element));
    return place;
  }

  private void put(Placed<E> placed) {
    slots.setRelease((int) (placed.place() % slots.length()), placed);
  }

  /** The place of the next element. */
  long next() {
    return next.get();
  }

  /** How many elements there have been. */
  long total() {
    return next.get() - first;
  }

  /** How many of them have made room for newer ones. */
  long forgotten() {
    return oldest() - first;
  }

  /** The oldest place that is still held. */
  long oldest() {
    return Math.max(held, next.get() - slots.length());
  }

  /** The element there; null when it is not yet written, or has made room for a newer one. */
  @Nullable Placed<E> at(long place) {
    Placed<E> placed = slots.getAcquire((int) (place % slots.length()));
    return placed == null || placed.place() != place ? null : placed;
  }

  /** The elements from {@code place} on, in order, as far as they are held and written. */
  List<Placed<E>> from(long place) {
    List<Placed<E>> found = new ArrayList<>();
    long end = next.get();
    for (long at = Math.max(place, oldest()); at < end; at++) {
      Placed<E> placed = at(at);
      if (placed != null) {
        found.add(placed);
      }
    }
    return found;
  }
}
