package io.ipbx.sdk;

/**
 * The auth server refused the user name, the password, the only refresh token or the client id
 * ({@code invalid_grant} on a password grant, {@code invalid_client}, a disabled account): asking
 * again sends the same wrong answer. Remembered for a while ({@link
 * IpbxOptions#setRejectionMemory}): until then, or until there are new credentials, calls fail with
 * it at once and nothing is sent.
 */
public final class CredentialsRejectedException extends IpbxException {

  private static final long serialVersionUID = 1L;

  public CredentialsRejectedException(String message, ErrorDetail detail) {
    super(message, false, detail, null);
  }
}
