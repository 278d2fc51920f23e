package io.ipbx.mock.fault;

/** What a fault can do to the auth server. */
public interface ServerActions {

  /** Lets all access tokens of that identity expire; refresh tokens stay good. */
  void expire(String identity);

  /** Ends all sessions of that identity. */
  void revoke(String identity);

  /** Signs with new keys from now on. */
  void rotateKeys();
}
