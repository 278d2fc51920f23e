package io.ipbx.mock.auth;

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
      peak.accumulateAndGet(peakSeen, Math::max);
    }

    TokenStats.Identity snapshot() {
      return new TokenStats.Identity(requests.sum(), granted.sum(), inFlight.get(), peak.get());
    }
  }

  private final Traffic all = new Traffic();
  private final ConcurrentMap<String, LongAdder> byGrant = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, LongAdder> byOutcome = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Traffic> byIdentity = new ConcurrentHashMap<>();

  /**
   * A token request has come; it counts until the exchange is over.
   *
   * @param identity bounded in number: those past the bound are counted together
   */
  void begin(HttpExchange exchange, String grant, String identity) {
    exchange.identify(grant, identity);
    count(byGrant, grant);
    Traffic traffic = byIdentity.get(identity);
    if (traffic == null) {
      String name = byIdentity.size() < MOST_IDENTITIES ? identity : OTHERS;
      traffic = byIdentity.computeIfAbsent(name, made -> new Traffic());
    }
    Traffic whose = traffic;
    all.begin();
    whose.begin();
    exchange.atEnd(over -> end(over.outcome(), whose));
  }

  private void end(String outcome, Traffic whose) {
    count(byOutcome, outcome);
    boolean granted = outcome.equals(HttpExchange.OK);
    all.end(granted);
    whose.end(granted);
  }

  private static void count(ConcurrentMap<String, LongAdder> counters, String name) {
    counter(counters, name).increment();
  }

  private static LongAdder counter(ConcurrentMap<String, LongAdder> counters, String name) {
    LongAdder counter = counters.get(name);
    return counter != null ? counter : counters.computeIfAbsent(name, made -> new LongAdder());
  }

  TokenStats snapshot(Map<String, Long> byEndpoint) {
    TokenStats.Identity total = all.snapshot();
    Map<String, TokenStats.Identity> identities = new TreeMap<>();
    byIdentity.forEach((name, traffic) -> identities.put(name, traffic.snapshot()));
    return new TokenStats(
        total.requests(),
        total.granted(),
        total.inFlight(),
        total.peak(),
        byEndpoint,
        sums(byGrant),
        sums(byOutcome),
        identities);
  }

  private static Map<String, Long> sums(ConcurrentMap<String, LongAdder> counters) {
    Map<String, Long> sums = new TreeMap<>();
    counters.forEach((name, counter) -> sums.put(name, counter.sum()));
    return sums;
  }

  /** Goes on from {@code stats}, with the requests now under way still to end. */
  void restore(TokenStats stats) {
    reset();
    all.restore(stats.requests(), stats.granted(), stats.peak());
    stats.byGrant().forEach((name, sum) -> counter(byGrant, name).add(sum));
    stats.byOutcome().forEach((name, sum) -> counter(byOutcome, name).add(sum));
    stats
        .byIdentity()
        .forEach(
            (name, seen) ->
                byIdentity
                    .computeIfAbsent(name, made -> new Traffic())
                    .restore(seen.requests(), seen.granted(), seen.peak()));
  }

  /** Starts anew, with the requests now under way still to end. */
  void reset() {
    all.requests.reset();
    all.granted.reset();
    all.peak.set(all.inFlight.get());
    byGrant.clear();
    byOutcome.clear();
    byIdentity.clear();
  }
}
