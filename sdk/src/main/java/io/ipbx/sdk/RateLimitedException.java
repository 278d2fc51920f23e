package io.ipbx.sdk;

import java.time.Duration;

/** Too many requests (429). */
public final class RateLimitedException extends IpbxException {

  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  public RateLimitedException(String message, Duration retryAfter, ErrorDetail detail) {
    super(message, true, detail, null);
    this.retryAfter = retryAfter;
  }

  @Override
  public Duration retryAfter() {
    return retryAfter;
  }
}
