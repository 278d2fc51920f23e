package io.ipbx.mock.auth;

/** Signs with one key; safe for use by any thread. */
interface Signer {

  byte[] sign(byte[] input);

  /** Whether it is fast enough for an event loop. */
  boolean isQuick();
}
