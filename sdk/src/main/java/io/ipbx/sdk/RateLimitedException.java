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

  /** How long the server asks to wait (RFC 9110 section 10.2.3); zero when it does not say. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
