package io.ipbx.sdk;

import org.jspecify.annotations.Nullable;

/**
 * The connection could not be made, or broke before the answer was whole; whether the server acted
 * is unknown.
 */
public final class ConnectionFailedException extends IpbxException {

  private static final long serialVersionUID = 1L;

  public ConnectionFailedException(String message, @Nullable Throwable cause) {
    this(message, ErrorDetail.NONE, cause);
  }

  /**
   * Of a request that was sent under a name.
   *
   * @param detail of status 0, with the correlation id under which the request was sent
   */
  public ConnectionFailedException(String message, ErrorDetail detail, @Nullable Throwable cause) {
    super(message, true, detail, cause);
  }
}
