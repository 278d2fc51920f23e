package io.ipbx.mock.fault;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts requests from 1: all together, or those of each identity by themselves. */
final class Counts {

  private static final int MOST_IDENTITIES = 100_000;

  private final boolean together;
  private final AtomicLong all = new AtomicLong();
  private final ConcurrentMap<String, AtomicLong> byIdentity = new ConcurrentHashMap<>();

  Counts(boolean together) {
    this.together = together;
  }

  /** The number of this request. Identities past the bound are counted together. */
  long next(String identity) {
    return of(identity).incrementAndGet();
  }

  private AtomicLong of(String identity) {
    if (together) {
      return all;
    }
    AtomicLong own = byIdentity.get(identity);
    if (own != null) {
      return own;
    }
    return byIdentity.size() < MOST_IDENTITIES
        ? byIdentity.computeIfAbsent(identity, made -> new AtomicLong())
        : all;
  }
}
