package io.ipbx.mock.auth;

/** Where the auth server listens. */
final class AuthPaths {

  static final String TOKEN = "/token";
  static final String EXCHANGE = "/token-exchange";
  static final String REALMS = "/realms/";
  static final String REALM = "/realms/IPEX";
  static final String DISCOVERY = REALM + "/.well-known/openid-configuration";
  static final String NATIVE_TOKEN = REALM + "/protocol/openid-connect/token";
  static final String CERTS = REALM + "/protocol/openid-connect/certs";
  static final String USERINFO = REALM + "/protocol/openid-connect/userinfo";
  static final String LOGOUT = REALM + "/protocol/openid-connect/logout";
  static final String REVOKE = REALM + "/protocol/openid-connect/revoke";

  private AuthPaths() {}
}
