package io.ipbx.sdk;

/**
 * The token is good but lacks the right (403), as an access without impersonation does outside call
 * log and switchboards.
 */
public final class PermissionDeniedException extends IpbxException {

  private static final long serialVersionUID = 1L;

  public PermissionDeniedException(String message, ErrorDetail detail) {
    super(message, false, detail, null);
  }
}
