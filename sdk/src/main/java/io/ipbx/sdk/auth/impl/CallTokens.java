package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.Tokens;

/** The tokens of one identity as its calls use them. */
public interface CallTokens extends Tokens {

  /**
   * {@code token} was taken: should it be refused later, it was revoked and is replaced at once.
   */
  void accepted(AccessToken token);

  /**
   * {@code token} was answered with 401: puts it aside as {@link #invalidate} does, but not more
   * often than helps, should the server take no token at all.
   *
   * @return whether {@link #current} has, or gets, another one; else the 401 stands
   */
  boolean refused(AccessToken token);
}
