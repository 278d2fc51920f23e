package io.ipbx.sdk.auth;

import org.jspecify.annotations.Nullable;

/**
 * Whose tokens they are: at most one token request is in flight for each identity.
 *
 * @param authUrl the auth server
 * @param clientId the OAuth 2.0 client
 * @param username the API access; empty where a supplier gives the credentials
 * @param subject the impersonated user's e-mail in lower case; null for the access itself
 */
public record TokenIdentity(
    String authUrl, String clientId, String username, @Nullable String subject) {

  /** The same access acting as {@code email}. */
  public TokenIdentity impersonating(String email) {
    return new TokenIdentity(authUrl, clientId, username, email);
  }
}
