package io.ipbx.sdk;

/**
 * An answer that is not understood: not JSON, a missing member, too long, or a redirect, which is
 * never followed because the bearer stays with its origin.
 */
public final class UnexpectedReplyException extends IpbxException {

  private static final long serialVersionUID = 1L;

  public UnexpectedReplyException(String message, ErrorDetail detail) {
    super(message, false, detail, null);
  }
}
