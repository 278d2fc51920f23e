package io.ipbx.mock.journal;

import io.ipbx.mock.control.MockJournal;
import io.ipbx.mock.control.RecordedRequest;
import io.ipbx.mock.state.StatePart;
import io.ipbx.mock.wire.HttpExchange;
import io.ipbx.mock.wire.Witness;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The journal of one mock. A request is held from when it is known who asks for what, in the order
 * of that. The places of those that are over also stand in a second ring, in the order in which
 * they ended, which is what streams follow.
 */
public final class RequestJournal implements MockJournal, Witness {

  /** What is held; replaced as a whole. */
  private record Rings(int size, Ring asked, Ends over) {

    static Rings of(int size, long firstAsked, long firstOver) {
      // A ring of none would need a case of its own at each step; one that nobody fills needs none.
      int slots = Math.max(1, size);
      return new Rings(size, new Ring(slots, firstAsked), new Ends(slots, firstOver));
    }

    @Nullable RecordedRequest shown(long place, long origin) {
      return asked.slot(place).shown(place, origin);
    }
  }

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

  /** Follows a request to its end. */
  private final class Entry implements Recording {

    private final long place;
    private final Slot slot;

    Entry(long place, Slot slot) {
      this.place = place;
      this.slot = slot;
    }

    @Override
    public void acted(HttpExchange exchange) {
      slot.acted(place, exchange.faults());
    }

    @Override
    public void ended(HttpExchange exchange) {
      slot.ended(place, exchange.status(), exchange.outcome());
      count(exchange.endpoint());
      rings.over().add(place);
      if (!watchers.isEmpty()) {
        watchers.forEach(Runnable::run);
      }
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
    long place = present.asked().claim();
    Slot slot = present.asked().slot(place);
    slot.keep(place, exchange);
    return new Entry(place, slot);
  }

  private void count(String endpoint) {
    counter(endpoint).increment();
  }

  private LongAdder counter(String endpoint) {
    LongAdder counter = byEndpoint.get(endpoint);
    return counter != null
        ? counter
        : byEndpoint.computeIfAbsent(endpoint, made -> new LongAdder());
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

  /** Goes on from these counts. */
  public void restoreCounts(Map<String, Long> counts) {
    byEndpoint.clear();
    counts.forEach((name, count) -> counter(name).add(count));
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

  /** Holds these from now on, which were the last of {@code total}. */
  synchronized void replace(long total, List<RecordedRequest> requests) {
    Rings old = rings;
    if (old.size() > 0) {
      long end = requests.isEmpty() ? total + 1 : last(requests).sequence() + 1;
      long oldest = requests.isEmpty() ? end : requests.get(0).sequence();
      Ring asked = Ring.after(old.size(), total, oldest, end);
      requests.forEach(request -> asked.slot(request.sequence()).keep(request.sequence(), request));
      rings = new Rings(old.size(), asked, old.over());
    }
  }

  private static RecordedRequest last(List<RecordedRequest> requests) {
    return requests.get(requests.size() - 1);
  }

  /** The requests as a part of the mock's state. */
  public StatePart state() {
    return new JournalState(this);
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
    Rings present = rings;
    long end = present.asked().next();
    return LongStream.range(present.asked().oldest(), end)
        .mapToObj(place -> present.shown(place, origin))
        .flatMap(Stream::ofNullable)
        .toList();
  }

  /** A reader of the requests that end from now on. */
  public Follower follow() {
    return new Follower(rings.over().next());
  }

  /** Reads on and on, at its own speed. Whoever is too slow is told what was missed. */
  public final class Follower {

    private long next;
    private long lost;

    private Follower(long next) {
      this.next = next;
    }

    /** How many have been forgotten that this reader has not seen; from then on it has. */
    public long missed() {
      long skipped = Math.max(0, rings.over().oldest() - next);
      long missed = skipped + lost;
      next += skipped;
      lost = 0;
      return missed;
    }

    /** Whether something has been missed that {@link #missed} has not told yet. */
    public boolean isBehind() {
      return lost > 0 || next < rings.over().oldest();
    }

    /** The next request that is over; null when there is none yet, or it has been forgotten. */
    public @Nullable RecordedRequest next() {
      Rings present = rings;
      long place = present.over().at(next);
      if (place < 0) {
        return null;
      }
      next++;
      RecordedRequest found = present.shown(place, origin);
      if (found == null) {
        lost++;
      }
      return found;
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
