package io.ipbx.mock.journal;

/** The places of requests in the order in which these ended; of the newest to end. */
final class Ends {

  private final long[] places;
  private final long held;
  private long next;

  /**
   * None yet.
   *
   * @param next the number of the end that comes first
   */
  Ends(int size, long next) {
    this(size, next, next);
  }

  private Ends(int size, long held, long next) {
    this.places = new long[size];
    this.held = held;
    this.next = next;
  }

  /** The same in another size, with the newest {@code kept}. */
  synchronized Ends resized(int size, int kept) {
    Ends made = new Ends(size, Math.max(oldest(), next - kept), next);
    for (long end = made.held; end < next; end++) {
      made.places[made.index(end)] = places[index(end)];
    }
    return made;
  }

  synchronized void add(long place) {
    places[index(next)] = place;
    next++;
  }

  /** The number of the next end. */
  synchronized long next() {
    return next;
  }

  /** The number of the oldest end that is still held. */
  synchronized long oldest() {
    return Math.max(held, next - places.length);
  }

  /** The place of the request whose end has that number; negative when it is not held. */
  synchronized long at(long end) {
    return end < oldest() || end >= next ? -1 : places[index(end)];
  }

  private int index(long end) {
    return (int) (end % places.length);
  }
}
