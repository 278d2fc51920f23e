package io.ipbx.sdk;

/**
 * The server refused the request as it stands (400 and its kin); the message is the server's and
 * names the field.
 */
public final class InvalidRequestException extends IpbxException {

  private static final long serialVersionUID = 1L;

  public InvalidRequestException(String message, ErrorDetail detail) {
    super(message, false, detail, null);
  }
}
