package io.ipbx.mock;

/** Whose answers the auth server gives where Keycloak's versions differ. */
public enum KeycloakGeneration {
  /** Up to 26.5: a wrong password is 401, a wrong content type 415. */
  CLASSIC,
  /** From 26.6: both are 400. */
  V26
}
