package io.ipbx.sdk;

import java.time.Duration;

/** The server failed (5xx); worth another try unless it cannot do this at all (501). */
public final class ServerErrorException extends IpbxException {

  private static final long serialVersionUID = 1L;
  private static final int NOT_IMPLEMENTED = 501;

  private final Duration retryAfter;

  public ServerErrorException(String message, Duration retryAfter, ErrorDetail detail) {
    super(message, detail.status() != NOT_IMPLEMENTED, detail, null);
    this.retryAfter = retryAfter;
  }

  @Override
  public Duration retryAfter() {
    return retryAfter;
  }
}
