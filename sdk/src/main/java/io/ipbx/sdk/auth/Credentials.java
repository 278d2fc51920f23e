package io.ipbx.sdk.auth;

/**
 * What a password grant presents (RFC 6749 section 4.3.2). {@code toString} shows the user name
 * only.
 *
 * @param username the e-mail of the API access, not blank
 * @param password a secret, not empty
 */
public record Credentials(String username, String password) {

  public Credentials {
    if (username.isBlank()) {
      throw new IllegalArgumentException("username is blank: give the e-mail of the API access");
    }
    if (password.isEmpty()) {
      throw new IllegalArgumentException("password is empty");
    }
  }

  @Override
  public String toString() {
    return "Credentials[" + username + "]";
  }
}
