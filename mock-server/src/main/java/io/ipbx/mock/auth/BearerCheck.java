package io.ipbx.mock.auth;

import org.jspecify.annotations.Nullable;

/** What became of a request's bearer token (RFC 6750 section 3.1). */
public sealed interface BearerCheck {

  /** Whose the token is, or was while it was good; null when that is not known. */
  @Nullable Principal principal();

  /** The name under which {@link #principal} is counted; null when there is none. */
  default @Nullable String identity() {
    Principal whose = principal();
    return whose == null ? null : whose.identity();
  }

  /** The token is good. */
  record Granted(Principal principal, boolean openid) implements BearerCheck {}

  /** There is no bearer token at all. */
  record Missing() implements BearerCheck {

    @Override
    public @Nullable Principal principal() {
      return null;
    }
  }

  /**
   * The token is not good.
   *
   * @param reason for people
   */
  record Refused(String reason, @Nullable Principal principal) implements BearerCheck {}
}
