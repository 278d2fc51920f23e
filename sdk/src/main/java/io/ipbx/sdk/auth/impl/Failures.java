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
    return failure instanceof IpbxException || isOfTheWire(failure)
        ? unanswered(failure, ErrorDetail.NONE)
        : new TokenUnavailableException("no token could be asked for", failure);
  }

  /**
   * What it means that a request was sent, or was about to be, and got no answer. A parser's
   * failure is named without its message, which quotes the server, and that perhaps our token.
   *
   * @param detail of status 0
   */
  public static IpbxException unanswered(Throwable failure, ErrorDetail detail) {
    if (failure instanceof IpbxException typed) {
      return typed;
    }
    if (failure instanceof TimeoutException) {
      return new RequestTimeoutException("no answer in time", detail, failure);
    }
    return isOfTheWire(failure)
        ? new ConnectionFailedException("the connection failed", detail, failure)
        : new ConnectionFailedException(
            "the answer is not HTTP (" + failure.getClass().getSimpleName() + ")", detail, null);
  }

  private static boolean isOfTheWire(Throwable failure) {
    return failure instanceof IOException
        || failure instanceof VertxException
        || failure instanceof TimeoutException;
  }
}
