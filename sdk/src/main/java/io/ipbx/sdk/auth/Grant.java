package io.ipbx.sdk.auth;

/** How a token was asked for. */
public enum Grant {
  /** RFC 6749 section 4.3. */
  PASSWORD,
  /** RFC 6749 section 6. */
  REFRESH,
  /** The auth server's own exchange for the token of an impersonated user. */
  EXCHANGE
}
