package io.ipbx.sdk.store;

import io.ipbx.sdk.spi.TokenStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tokens in Redis 5 or newer, also as a cluster or with sentinels: whatever {@code Redis} the
 * application made. Needs {@code vertx-redis-client} on the class or module path.
 *
 * <p>Ages are measured by the clock of Redis, so that those of the processes do not matter. A lock
 * is a lease that its holder renews; the lock of a process that died is free once the lease ends.
 */
public final class RedisTokenStore implements TokenStore {

  /** How long the lock of a dead process keeps others waiting. */
  public static final Duration DEFAULT_LEASE = Duration.ofSeconds(5);

  private static final Duration SHORTEST_LEASE = Duration.ofMillis(100);

  private static final String NOW =
      """
      local t = redis.call('TIME')
      local now = t[1] * 1000 + math.floor(t[2] / 1000)
      """;

  private static final String LOAD =
      NOW
          + """
          local e = redis.call('HMGET', KEYS[1], 'tag', 'data', 'at')
          if not e[1] then return false end
          return {e[1], e[2] or '', math.max(0, now - (tonumber(e[3]) or 0))}
          """;

  private static final String REPLACE =
      NOW
          + """
          if (redis.call('HGET', KEYS[1], 'tag') or '') ~= ARGV[1] then return 0 end
          local at = string.format('%d', now)
          redis.call('HSET', KEYS[1], 'tag', ARGV[2], 'data', ARGV[3], 'at', at)
          redis.call('PEXPIRE', KEYS[1], ARGV[4])
          return 1
          """;

  private final Vertx vertx;
  private final Redis redis;
  private final Duration lease;

  private RedisTokenStore(Vertx vertx, Redis redis, Duration lease) {
    this.vertx = vertx;
    this.redis = redis;
    this.lease = lease;
  }

  /** A store in {@code redis}, which stays the application's to close. */
  public static RedisTokenStore create(Vertx vertx, Redis redis) {
    return create(vertx, redis, DEFAULT_LEASE);
  }

  /**
   * A store in {@code redis}, which stays the application's to close.
   *
   * @param lease how long the lock of a dead process keeps others waiting, at least 100 ms; renewed
   *     three times as often
   * @throws IllegalArgumentException when it is shorter
   */
  public static RedisTokenStore create(Vertx vertx, Redis redis, Duration lease) {
    if (lease.compareTo(SHORTEST_LEASE) < 0) {
      throw new IllegalArgumentException(
          "lease is " + lease + ": allowed is " + SHORTEST_LEASE + " or more");
    }
    return new RedisTokenStore(vertx, redis, lease);
  }

  @Override
  public Future<@Nullable Entry> load(String key) {
    return redis.send(script(LOAD, key)).map(RedisTokenStore::entry);
  }

  private static @Nullable Entry entry(@Nullable Response found) {
    return found == null
        ? null
        : new Entry(
            found.get(0).toString(),
            found.get(1).toBuffer(),
            Duration.ofMillis(found.get(2).toLong()));
  }

  @Override
  public Future<Boolean> replace(String key, @Nullable String expected, Entry next, Duration keep) {
    Request request =
        script(REPLACE, key)
            .arg(expected == null ? "" : expected)
            .arg(next.tag())
            .arg(next.data())
            .arg(Math.max(1, keep.toMillis()));
    return redis.send(request).map(answer -> answer.toInteger() == 1);
  }

  @Override
  public Future<Void> remove(String key) {
    return redis.send(Request.cmd(Command.DEL).arg(key)).mapEmpty();
  }

  @Override
  public Future<@Nullable Lease> tryLock(String key) {
    String lock = key + ":lock";
    String holder = UUID.randomUUID().toString();
    Request request =
        Request.cmd(Command.SET).arg(lock).arg(holder).arg("NX").arg("PX").arg(lease.toMillis());
    return redis
        .send(request)
        .map(taken -> taken == null ? null : new RedisLease(vertx, redis, lock, holder, lease));
  }

  static Request script(String lua, String key) {
    return Request.cmd(Command.EVAL).arg(lua).arg(1).arg(key);
  }
}
