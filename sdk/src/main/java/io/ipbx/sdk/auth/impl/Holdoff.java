package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.IpbxException;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.TokenEvent.CallRefused;
import io.ipbx.sdk.auth.TokenIdentity;
import io.vertx.core.Future;

/**
 * After a failed flight: until when no other may start, and what a call is told meanwhile. Made
 * once, so that a refused call costs next to nothing.
 *
 * @param failures how many tries failed in a row
 * @param until monotonic nanoseconds
 */
record Holdoff(int failures, long until, Future<AccessToken> refusal, CallRefused event) {

  static Holdoff of(TokenIdentity identity, IpbxException told, int failures, long until) {
    return new Holdoff(failures, until, Future.failedFuture(told), new CallRefused(identity, told));
  }

  /** Nanoseconds until it is over; negative once it is. */
  long remaining(long nanoTime) {
    return until - nanoTime;
  }
}
