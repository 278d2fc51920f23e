package io.ipbx.sdk;

import java.time.Duration;

/** The server failed (5xx). */
public final class ServerErrorException extends IpbxException {

  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  public ServerErrorException(String message, Duration retryAfter, ErrorDetail detail) {
    super(message, true, detail, null);
    this.retryAfter = retryAfter;
  }

  @Override
  public Duration retryAfter() {
    return retryAfter;
  }
}
