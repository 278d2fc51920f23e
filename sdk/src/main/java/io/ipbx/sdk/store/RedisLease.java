package io.ipbx.sdk.store;

import io.ipbx.sdk.spi.TokenStore.Lease;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import java.time.Duration;

/** A lock in Redis, renewed until it is released or turns out to be somebody else's. */
final class RedisLease implements Lease {

  private static final String RENEW =
      "if redis.call('GET', KEYS[1]) == ARGV[1] then"
          + " return redis.call('PEXPIRE', KEYS[1], ARGV[2]) else return 0 end";
  private static final String RELEASE =
      "if redis.call('GET', KEYS[1]) == ARGV[1] then"
          + " return redis.call('DEL', KEYS[1]) else return 0 end";

  private final Vertx vertx;
  private final Redis redis;
  private final String lock;
  private final String holder;
  private final Duration lease;
  private final long renewal;

  RedisLease(Vertx vertx, Redis redis, String lock, String holder, Duration lease) {
    this.vertx = vertx;
    this.redis = redis;
    this.lock = lock;
    this.holder = holder;
    this.lease = lease;
    this.renewal = vertx.setPeriodic(lease.dividedBy(3).toMillis(), id -> renew());
  }

  /** A failure is left to the next time: the lease outlasts two of them. */
  private void renew() {
    redis
        .send(RedisTokenStore.script(RENEW, lock).arg(holder).arg(lease.toMillis()))
        .onSuccess(
            renewed -> {
              if (renewed.toInteger() == 0) {
                vertx.cancelTimer(renewal);
              }
            });
  }

  @Override
  public Future<Void> release() {
    vertx.cancelTimer(renewal);
    return redis.send(RedisTokenStore.script(RELEASE, lock).arg(holder)).mapEmpty();
  }
}
