package io.ipbx.sdk;

/** The identity was logged out while this call waited for its token; a new call logs in anew. */
public final class LoggedOutException extends IpbxException {

  private static final long serialVersionUID = 1L;

  public LoggedOutException(String message) {
    super(message, true, ErrorDetail.NONE, null);
  }
}
