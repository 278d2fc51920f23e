package io.ipbx.mock.journal;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The slots of the newest requests of an endless row, by their place in it. Claiming a place takes
 * one step, however many write; readers take nothing away.
 */
final class Ring {

  private final AtomicReferenceArray<@Nullable Slot> slots;
  private final AtomicLong next;
  private final long first;
  private final long held;

  /**
   * An empty ring.
   *
   * @param first the place of the request that comes first
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
  Ring resized(int size, int kept) {
    long end = next.get();
    Ring made = new Ring(size, first, Math.max(oldest(), end - kept), end);
    for (long place = made.held; place < end; place++) {
      Slot slot = slots.get(index(place));
      if (slot != null && slot.keeps(place)) {
        made.slots.set(made.index(place), slot);
      }
    }
    return made;
  }

  /** A ring that has held {@code total} places and goes on at {@code end}. */
  static Ring after(int size, long total, long oldest, long end) {
    return new Ring(size, end - total, oldest, end);
  }

  /** The next place; {@link #slot} is where to keep what comes there. */
  long claim() {
    return next.getAndIncrement();
  }

  /** Where the request at {@code place} belongs. */
  Slot slot(long place) {
    int index = index(place);
    Slot slot = slots.get(index);
    if (slot == null) {
      Slot made = new Slot();
      slot = slots.compareAndExchange(index, null, made);
      slot = slot == null ? made : slot;
    }
    return slot;
  }

  private int index(long place) {
    return (int) (place % slots.length());
  }

  /** The place of the next request. */
  long next() {
    return next.get();
  }

  /** How many requests there have been. */
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
}
