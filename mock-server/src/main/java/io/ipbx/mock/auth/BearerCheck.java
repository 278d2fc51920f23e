package io.ipbx.mock.auth;

import org.jspecify.annotations.Nullable;

/** What became of a request's bearer token (RFC 6750 section 3.1). */
public sealed interface BearerCheck {

  /** Whose the token is; null when it is nobody's. */
  default @Nullable String identity() {
    return this instanceof Granted granted ? granted.principal().identity() : null;
  }

  /** The token is good. */
  record Granted(Principal principal, boolean openid) implements BearerCheck {}

  /** There is no bearer token at all. */
  record Missing() implements BearerCheck {}

  /**
   * The token is not good.
   *
   * @param reason for people
   */
  record Refused(String reason) implements BearerCheck {}
}
