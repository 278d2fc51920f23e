package io.ipbx.sdk;

/** The access may not impersonate, or there is no such user: the auth server answers both alike. */
public final class ImpersonationDeniedException extends IpbxException {

  private static final long serialVersionUID = 1L;

  public ImpersonationDeniedException(String message, ErrorDetail detail) {
    super(message, false, detail, null);
  }
}
