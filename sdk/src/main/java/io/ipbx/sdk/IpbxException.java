package io.ipbx.sdk;

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
    super(message, cause, true, false);
    this.retryable = retryable;
    this.detail = detail;
  }

  /** Whether the same call may succeed later without anybody changing anything. */
  public boolean retryable() {
    return retryable;
  }

  /** The HTTP status of the answer; 0 when none came. */
  public int status() {
    return detail().status();
  }

  /** What the server said; {@link ErrorDetail#NONE} when no answer came. */
  @SuppressWarnings("ConstantValue")
  public ErrorDetail detail() {
    // Transient, hence null after Java serialisation.
    return detail == null ? ErrorDetail.NONE : detail;
  }
}
