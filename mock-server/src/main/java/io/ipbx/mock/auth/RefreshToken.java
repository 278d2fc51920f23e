package io.ipbx.mock.auth;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What a refresh token of ours says. Times are in seconds.
 *
 * @param use which of its session's uses it is for
 */
record RefreshToken(
    long use, String sessionId, String issuer, String client, long issuedAt, long expiresAt) {

  /** The token; null when it is not one that this server signed as a refresh token. */
  static @Nullable RefreshToken read(String token, SigningKey key) {
    if (!key.verifies(token)) {
      return null;
    }
    String claims = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
    try {
      JsonObject json = new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(claims)));
      return new RefreshToken(
          Id.parse(json.getString("jti")).number(),
          json.getString("sid"),
          json.getString("iss"),
          json.getString("azp"),
          json.getLong("iat"),
          json.getLong("exp"));
    } catch (DecodeException | IllegalArgumentException notOurs) {
      return null;
    }
  }
}
