package io.ipbx.sdk;

/** The client is closed: nothing was sent, or its answer is no longer awaited. */
public final class ClientClosedException extends IpbxException {

  private static final long serialVersionUID = 1L;

  public ClientClosedException(String message) {
    super(message, false, ErrorDetail.NONE, null);
  }
}
