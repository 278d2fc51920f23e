package io.ipbx.sdk;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call that failed, with one subtype for each meaning. Messages, causes and details never hold a
 * password, a token or a header value. There is no stack trace: failures travel through futures,
 * whose stacks name the event loop and not the caller.
 */
public abstract class IpbxException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ErrorDetail detail;
  private final boolean retryable;

  protected IpbxException(
      String message, boolean retryable, ErrorDetail detail, @Nullable Throwable cause) {
    // One failure reaches all who waited: what one of them attaches must not pile up on it.
    super(message, cause, false, false);
    this.retryable = retryable;
    this.detail = detail;
  }

  /** Whether the same call may succeed later without anybody changing anything. */
  public boolean retryable() {
    return retryable;
  }

  /** How long the server asks to wait (RFC 9110 section 10.2.3); zero when it does not say. */
  public Duration retryAfter() {
    return Duration.ZERO;
  }

  /** The HTTP status of the answer; 0 when none came. */
  public int status() {
    return detail().status();
  }

  /** What the server said; of status 0 when no answer came. */
  @SuppressWarnings("ConstantValue")
  public ErrorDetail detail() {
    // Transient, hence null after Java serialisation.
    return detail == null ? ErrorDetail.NONE : detail;
  }
}
