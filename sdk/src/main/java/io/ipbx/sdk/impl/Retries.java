package io.ipbx.sdk.impl;

import io.ipbx.sdk.IpbxException;
import io.ipbx.sdk.IpbxRequest;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Which calls are sent again, how often and after what pause. */
final class Retries {

  private static final Set<HttpMethod> IDEMPOTENT =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.OPTIONS,
          HttpMethod.TRACE,
          HttpMethod.PUT,
          HttpMethod.DELETE);

  private final int most;
  private final Duration firstPause;
  private final Duration longestPause;
  private final RandomGenerator random;
  private final RetryBudget budget;

  /**
   * @param most how many of one call; ten at the most
   * @param firstPause the ceiling of the first
   * @param longestPause where its doubling ends
   */
  Retries(
      int most,
      Duration firstPause,
      Duration longestPause,
      RandomGenerator random,
      RetryBudget budget) {
    this.most = most;
    this.firstPause = firstPause;
    this.longestPause = longestPause;
    this.random = random;
    this.budget = budget;
  }

  /**
   * Whether {@code request} may be sent again after {@code failure}, the budget aside.
   *
   * @param sent how many retries of it there were
   */
  boolean allow(IpbxRequest request, IpbxException failure, int sent) {
    return failure.retryable() && sent < most && request.stream() == null && permitted(request);
  }

  private static boolean permitted(IpbxRequest request) {
    return switch (request.retryPolicy()) {
      case NEVER -> false;
      case IDEMPOTENT -> IDEMPOTENT.contains(request.method());
      case ALWAYS -> true;
    };
  }

  /**
   * The pause before retry number {@code retry}, from 1: any time up to a ceiling, on top of what
   * the server asks for, so that those it turned away together do not come back together.
   */
  Duration pause(int retry, Duration retryAfter) {
    Duration doubled = firstPause.multipliedBy(1L << (retry - 1));
    Duration ceiling = doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
    return retryAfter.plusNanos(random.nextLong(ceiling.toNanos() + 1));
  }

  RetryBudget budget() {
    return budget;
  }
}
