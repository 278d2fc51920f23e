package io.ipbx.sdk;

import org.jspecify.annotations.Nullable;

/** No token for a reason on this side: the credentials supplier failed, or an executor refused. */
public final class TokenUnavailableException extends IpbxException {

  private static final long serialVersionUID = 1L;

  public TokenUnavailableException(String message, @Nullable Throwable cause) {
    super(message, true, ErrorDetail.NONE, cause);
  }
}
