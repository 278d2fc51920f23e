package io.ipbx.sdk;

/** The server refused a token that was just issued (a second 401 in a row). */
public final class TokenRejectedException extends IpbxException {

  private static final long serialVersionUID = 1L;

  public TokenRejectedException(String message, ErrorDetail detail) {
    super(message, false, detail, null);
  }
}
