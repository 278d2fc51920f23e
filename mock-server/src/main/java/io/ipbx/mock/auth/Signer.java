package io.ipbx.mock.auth;

/** Signs with one key; safe for use by any thread. */
interface Signer {

  /** The signature of {@code length} bytes of {@code input}. */
  byte[] sign(byte[] input, int from, int length);

  /** Whether it is fast enough for an event loop. */
  boolean isQuick();
}
