package io.ipbx.mock;

/** How access and ID tokens are signed (RFC 7518 section 3.1). Refresh tokens are always HMAC. */
public enum Signing {
  HS256,
  ES256,
  RS256
}
