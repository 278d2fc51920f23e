package io.ipbx.mock.journal;

import io.ipbx.mock.control.MockJournal;
import io.ipbx.mock.control.RecordedRequest;
import io.ipbx.mock.wire.HttpExchange;
import io.ipbx.mock.wire.Witness;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The journal of one mock. A request is held from when it is known who asks for what, in the order
 * of that. Those that are over also stand in a second ring, in the order in which they ended, which
 * is what streams follow.
 */
public final class RequestJournal implements MockJournal, Witness {

  /** What is held; replaced as a whole. */
  private record Rings(int size, Ring<Entry> asked, Ring<Ended> over) {

    static Rings of(int size, long firstAsked, long firstOver) {
      // A ring of none would need a case of its own at each step; one that nobody fills needs none.
      int slots = Math.max(1, size);
      return new Rings(size, new Ring<>(slots, firstAsked), new Ring<>(slots, firstOver));
    }
  }

  /** An entry that is over, and its place among those that came. */
  private record Ended(long sequence, Entry entry) {}

  private final long origin = System.nanoTime();
  private final ConcurrentMap<String, LongAdder> byEndpoint = new ConcurrentHashMap<>();
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
  private final Recording countOnly = new CountOnly();
  private volatile Rings rings;

  /** Counts what is not to be remembered. */
  private final class CountOnly implements Recording {

    @Override
    public void acted(HttpExchange exchange) {}

    @Override
    public void ended(HttpExchange exchange) {
      count(exchange.endpoint());
    }
  }

  /**
   * An empty journal.
   *
   * @param size how many requests it holds; 0 for none
   */
  public RequestJournal(int size) {
    this.rings = Rings.of(size, 1, 1);
  }

  @Override
  public Recording asked(HttpExchange exchange) {
    Rings present = rings;
    if (present.size() == 0) {
      return countOnly;
    }
    Entry entry = new Entry(exchange, this::over);
    entry.setSequence(present.asked().append(entry));
    return entry;
  }

  private void over(Entry entry) {
    count(entry.endpoint());
    rings.over().append(new Ended(entry.sequence(), entry));
    if (!watchers.isEmpty()) {
      watchers.forEach(Runnable::run);
    }
  }

  private void count(String endpoint) {
    LongAdder counter = byEndpoint.get(endpoint);
    if (counter == null) {
      counter = byEndpoint.computeIfAbsent(endpoint, made -> new LongAdder());
    }
    counter.increment();
  }

  /** How many requests each endpoint had, since the start or the last {@link #resetCounts}. */
  public Map<String, Long> byEndpoint() {
    Map<String, Long> counts = new TreeMap<>();
    byEndpoint.forEach((name, counter) -> counts.put(name, counter.sum()));
    return counts;
  }

  public void resetCounts() {
    byEndpoint.clear();
  }

  @Override
  public int size() {
    return rings.size();
  }

  /** Holds {@code size} requests from now on, and the newest of those that it holds already. */
  public synchronized void resize(int size) {
    Rings old = rings;
    if (size != old.size()) {
      int slots = Math.max(1, size);
      rings = new Rings(size, old.asked().resized(slots, size), old.over().resized(slots, size));
    }
  }

  @Override
  public synchronized MockJournal clear() {
    Rings old = rings;
    rings = Rings.of(old.size(), old.asked().next(), old.over().next());
    return this;
  }

  @Override
  public long total() {
    return rings.asked().total();
  }

  @Override
  public long forgotten() {
    Rings present = rings;
    return present.size() == 0 ? present.asked().total() : present.asked().forgotten();
  }

  @Override
  public List<RecordedRequest> recorded() {
    return rings.asked().from(0).stream()
        .map(placed -> placed.element().shown(placed.place(), origin))
        .toList();
  }

  /** A reader of the requests that end from now on. */
  public Follower follow() {
    return new Follower(rings.over().next());
  }

  /** Reads on and on, at its own speed. Whoever is too slow is told what was missed. */
  public final class Follower {

    private long next;

    private Follower(long next) {
      this.next = next;
    }

    /** How many have been forgotten that this reader has not seen; from then on it has. */
    public long missed() {
      long oldest = rings.over().oldest();
      long missed = Math.max(0, oldest - next);
      next += missed;
      return missed;
    }

    /** The next request that is over; null when there is none yet. */
    public @Nullable RecordedRequest next() {
      Ring.Placed<Ended> found = rings.over().at(next);
      if (found == null) {
        return null;
      }
      next++;
      Ended ended = found.element();
      return ended.entry().shown(ended.sequence(), origin);
    }
  }

  /** Calls {@code wake}, on whatever thread, each time a request is over. */
  public void watch(Runnable wake) {
    watchers.add(wake);
  }

  public void unwatch(Runnable wake) {
    watchers.remove(wake);
  }
}
