package io.ipbx.mock.auth;

import java.nio.ByteBuffer;

/** Half a SHA-256: enough to know a token again without keeping it. */
record Digest(long high, long low) {

  static Digest of(byte[] sha256) {
    ByteBuffer hash = ByteBuffer.wrap(sha256);
    return new Digest(hash.getLong(), hash.getLong());
  }
}
