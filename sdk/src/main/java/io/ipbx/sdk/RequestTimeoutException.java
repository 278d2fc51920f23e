package io.ipbx.sdk;

import org.jspecify.annotations.Nullable;

/** No answer within the time allowed; whether the server acted is unknown. */
public final class RequestTimeoutException extends IpbxException {

  private static final long serialVersionUID = 1L;

  public RequestTimeoutException(String message, @Nullable Throwable cause) {
    super(message, true, ErrorDetail.NONE, cause);
  }
}
