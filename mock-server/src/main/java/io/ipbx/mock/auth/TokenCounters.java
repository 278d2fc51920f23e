package io.ipbx.mock.auth;

import static java.util.Objects.requireNonNullElse;

import io.ipbx.mock.control.TokenStats;
import io.ipbx.mock.wire.HttpExchange;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts token requests: all, by grant, by outcome, by identity. */
final class TokenCounters {

  private static final int MOST_IDENTITIES = 100_000;
  private static final String OTHERS = "(others)";

  /** Requests of one identity, or of all. */
  private static final class Traffic {

    private final LongAdder requests = new LongAdder();
    private final LongAdder granted = new LongAdder();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();

    void begin() {
      requests.increment();
      int now = inFlight.incrementAndGet();
      if (now > peak.get()) {
        peak.accumulateAndGet(now, Math::max);
      }
    }

    void end(boolean success) {
      if (success) {
        granted.increment();
      }
      inFlight.decrementAndGet();
    }

    void restore(long requestsSeen, long grantedSeen, int peakSeen) {
      requests.add(requestsSeen);
      granted.add(grantedSeen);
      peak.set(peakSeen);
    }

    TokenStats.Identity snapshot() {
      return new TokenStats.Identity(requests.sum(), granted.sum(), inFlight.get(), peak.get());
    }
  }

  /** All that is counted between two resets. */
  private static final class Tally {

    private final Traffic all = new Traffic();
    private final ConcurrentMap<String, LongAdder> byGrant = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, LongAdder> byOutcome = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Traffic> byIdentity = new ConcurrentHashMap<>();

    Traffic of(String identity) {
      Traffic traffic = byIdentity.get(identity);
      if (traffic == null) {
        String name = byIdentity.size() < MOST_IDENTITIES ? identity : OTHERS;
        traffic = byIdentity.computeIfAbsent(name, made -> new Traffic());
      }
      return traffic;
    }

    void end(String outcome, Traffic whose) {
      count(byOutcome, outcome);
      boolean granted = outcome.equals(HttpExchange.OK);
      all.end(granted);
      whose.end(granted);
    }
  }

  private volatile Tally present = new Tally();

  /**
   * A token request has come; it counts until the exchange is over, and to the end where it began.
   *
   * @param identity bounded in number: those past the bound are counted together
   */
  void begin(HttpExchange exchange, String grant, String identity) {
    String name = requireNonNullElse(exchange.identify(grant, identity).identity(), identity);
    Tally tally = present;
    Traffic whose = tally.of(name);
    count(tally.byGrant, grant);
    tally.all.begin();
    whose.begin();
    exchange.atEnd(over -> tally.end(over.outcome(), whose));
  }

  private static void count(ConcurrentMap<String, LongAdder> counters, String name) {
    counter(counters, name).increment();
  }

  private static LongAdder counter(ConcurrentMap<String, LongAdder> counters, String name) {
    LongAdder counter = counters.get(name);
    return counter != null ? counter : counters.computeIfAbsent(name, made -> new LongAdder());
  }

  TokenStats snapshot(Map<String, Long> byEndpoint) {
    Tally tally = present;
    TokenStats.Identity total = tally.all.snapshot();
    Map<String, TokenStats.Identity> identities = new TreeMap<>();
    tally.byIdentity.forEach((name, traffic) -> identities.put(name, traffic.snapshot()));
    return new TokenStats(
        total.requests(),
        total.granted(),
        total.inFlight(),
        total.peak(),
        byEndpoint,
        sums(tally.byGrant),
        sums(tally.byOutcome),
        identities);
  }

  private static Map<String, Long> sums(ConcurrentMap<String, LongAdder> counters) {
    Map<String, Long> sums = new TreeMap<>();
    counters.forEach((name, counter) -> sums.put(name, counter.sum()));
    return sums;
  }

  /** Goes on from {@code stats}; what is under way counts no longer. */
  void restore(TokenStats stats) {
    Tally restored = new Tally();
    restored.all.restore(stats.requests(), stats.granted(), stats.peak());
    stats.byGrant().forEach((name, sum) -> counter(restored.byGrant, name).add(sum));
    stats.byOutcome().forEach((name, sum) -> counter(restored.byOutcome, name).add(sum));
    stats
        .byIdentity()
        .forEach(
            (name, seen) ->
                restored.of(name).restore(seen.requests(), seen.granted(), seen.peak()));
    present = restored;
  }

  /** Starts anew; what is under way counts no longer. */
  void reset() {
    present = new Tally();
  }
}
