package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.ConnectionFailedException;
import io.ipbx.sdk.ErrorDetail;
import io.ipbx.sdk.IpbxException;
import io.ipbx.sdk.RequestTimeoutException;
import io.ipbx.sdk.TokenUnavailableException;
import io.vertx.core.VertxException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** What a failure below means above. */
public final class Failures {

  private Failures() {}

  /** {@code failure} itself when it is typed already, else what it means. */
  public static IpbxException typed(Throwable failure) {
    if (failure instanceof IpbxException typed) {
      return typed;
    }
    return failure instanceof TimeoutException
            || failure instanceof IOException
            || failure instanceof VertxException
        ? unanswered(failure, ErrorDetail.NONE)
        : new TokenUnavailableException("no token could be asked for", failure);
  }

  /**
   * What it means that a request was sent, or was about to be, and got no answer.
   *
   * @param detail of status 0
   */
  public static IpbxException unanswered(Throwable failure, ErrorDetail detail) {
    return failure instanceof TimeoutException
        ? new RequestTimeoutException("no answer in time", detail, failure)
        : new ConnectionFailedException("the connection failed", detail, failure);
  }
}
