package io.ipbx.sdk;

/**
 * The server refused a token (401), and another one did not help, or it was too soon after the last
 * replacement to ask for another.
 */
public final class TokenRejectedException extends IpbxException {

  private static final long serialVersionUID = 1L;

  public TokenRejectedException(String message, ErrorDetail detail) {
    super(message, false, detail, null);
  }
}
