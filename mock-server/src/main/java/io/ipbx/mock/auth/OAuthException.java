package io.ipbx.mock.auth;

/** Leaves a grant with a refusal; costs no stack trace because refusing is everyday work. */
final class OAuthException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient OAuthError error;

  OAuthException(OAuthError error) {
    super(error.error(), null, false, false);
    this.error = error;
  }

  OAuthError error() {
    return error;
  }
}
