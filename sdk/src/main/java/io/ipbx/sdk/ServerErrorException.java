package io.ipbx.sdk;

/** The server failed (5xx). */
public final class ServerErrorException extends IpbxException {

  private static final long serialVersionUID = 1L;

  public ServerErrorException(String message, ErrorDetail detail) {
    super(message, true, detail, null);
  }
}
