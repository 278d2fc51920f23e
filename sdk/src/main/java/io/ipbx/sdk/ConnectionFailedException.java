package io.ipbx.sdk;

import org.jspecify.annotations.Nullable;

/**
 * The connection could not be made, or broke before the answer was whole; whether the server acted
 * is unknown.
 */
public final class ConnectionFailedException extends IpbxException {

  private static final long serialVersionUID = 1L;

  public ConnectionFailedException(String message, @Nullable Throwable cause) {
    super(message, true, ErrorDetail.NONE, cause);
  }
}
