package io.ipbx.mock.auth;

import io.ipbx.mock.state.Fields;
import io.vertx.core.json.JsonObject;
import java.nio.ByteBuffer;

/** Half a SHA-256: enough to know a token again without keeping it. */
record Digest(long high, long low) {

  static Digest of(byte[] sha256) {
    ByteBuffer hash = ByteBuffer.wrap(sha256);
    return new Digest(hash.getLong(), hash.getLong());
  }

  static Digest of(Fields token) {
    return new Digest(token.number("high"), token.number("low"));
  }

  JsonObject toJson() {
    return new JsonObject().put("high", high).put("low", low);
  }
}
