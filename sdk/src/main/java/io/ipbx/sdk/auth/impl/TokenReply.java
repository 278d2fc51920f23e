package io.ipbx.sdk.auth.impl;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;

/**
 * A whole answer of the auth server.
 *
 * @param sent when it was asked for, in monotonic nanoseconds
 */
record TokenReply(int status, MultiMap headers, Buffer body, long sent) {

  boolean isSuccess() {
    return status / 100 == 2;
  }

  @Override
  public String toString() {
    return "TokenReply[" + status + "]";
  }
}
