package io.ipbx.mock.fault;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** So many requests in a period, which starts with the first of them; over all or by identity. */
final class Quota {

  private static final int MOST_IDENTITIES = 100_000;
  private static final String TOGETHER = "";

  /** A period under way. */
  private record Window(long start, long used) {}

  private final long limit;
  private final long period;
  private final boolean together;
  private final ConcurrentMap<String, Window> windows = new ConcurrentHashMap<>();

  /**
   * A quota nothing is used of.
   *
   * @param period in milliseconds
   */
  Quota(long limit, long period, boolean together) {
    this.limit = limit;
    this.period = period;
    this.together = together;
  }

  /**
   * Takes one request of the quota.
   *
   * @param now by the mock's clock
   * @return 0 when there was one left, else the milliseconds until there is again
   */
  long take(String identity, long now) {
    boolean known = together || windows.size() < MOST_IDENTITIES || windows.containsKey(identity);
    String key = together || !known ? TOGETHER : identity;
    Window window = windows.compute(key, (name, present) -> next(present, now));
    return window.used() <= limit ? 0 : window.start() + period - now;
  }

  /** A clock set back before the start ends a period too. */
  private Window next(@Nullable Window present, long now) {
    return present == null || now >= present.start() + period || now < present.start()
        ? new Window(now, 1)
        : new Window(present.start(), present.used() + 1);
  }
}
