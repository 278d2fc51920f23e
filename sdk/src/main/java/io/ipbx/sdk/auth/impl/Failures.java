package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.ConnectionFailedException;
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
    if (failure instanceof TimeoutException) {
      return new RequestTimeoutException("no answer in time", failure);
    }
    if (failure instanceof IOException || failure instanceof VertxException) {
      return new ConnectionFailedException("the connection failed", failure);
    }
    return new TokenUnavailableException("no token could be asked for", failure);
  }
}
