package io.ipbx.sdk;

import org.jspecify.annotations.Nullable;

/** No answer within the time allowed; whether the server acted is unknown. */
public final class RequestTimeoutException extends IpbxException {

  private static final long serialVersionUID = 1L;

  public RequestTimeoutException(String message, @Nullable Throwable cause) {
    this(message, ErrorDetail.NONE, cause);
  }

  /**
   * Of a request that was sent under a name.
   *
   * @param detail of status 0, with the correlation id under which the request was sent
   */
  public RequestTimeoutException(String message, ErrorDetail detail, @Nullable Throwable cause) {
    super(message, true, detail, cause);
  }
}
