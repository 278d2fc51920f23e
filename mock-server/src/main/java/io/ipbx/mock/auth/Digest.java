package io.ipbx.mock.auth;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Half a SHA-256: enough to know a token again without keeping it. */
record Digest(long high, long low) {

  static Digest of(MessageDigest sha256, String token) {
    ByteBuffer hash = ByteBuffer.wrap(sha256.digest(token.getBytes(StandardCharsets.ISO_8859_1)));
    return new Digest(hash.getLong(), hash.getLong());
  }
}
