package io.ipbx.sdk;

/**
 * The auth server refused the user name, the password or the client id ({@code invalid_grant} on a
 * password grant, {@code invalid_client}, a disabled account): asking again sends the same wrong
 * answer.
 */
public final class CredentialsRejectedException extends IpbxException {

  private static final long serialVersionUID = 1L;

  public CredentialsRejectedException(String message, ErrorDetail detail) {
    super(message, false, detail, null);
  }
}
