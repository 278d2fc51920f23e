package io.ipbx.sdk.testing;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/**
 * What goes back: bytes, after something, and then perhaps the end of the connection.
 *
 * @param after the bytes wait for it
 */
public record Reply(Buffer bytes, boolean thenCut, Future<?> after) {

  public static Reply raw(String text) {
    return new Reply(Buffer.buffer(text), false, Future.succeededFuture());
  }

  public static Reply of(int status, String contentType, String body) {
    return of(status, Map.of("Content-Type", contentType), body);
  }

  public static Reply of(int status, Map<String, String> headers, String body) {
    Buffer bytes = Buffer.buffer(body);
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Content-Length: ").append(bytes.length()).append("\r\n\r\n");
    return new Reply(Buffer.buffer(head.toString()).appendBuffer(bytes), false, ready());
  }

  public static Reply json(int status, JsonObject body) {
    return of(status, "application/json", body.encode());
  }

  /** An OAuth 2.0 refusal. */
  public static Reply error(int status, String error) {
    return json(status, new JsonObject().put("error", error).put("error_description", "scripted"));
  }

  /** Tokens as the auth server gives them. */
  public static Reply tokens(String access, String refresh, long expiresIn) {
    return json(
        200,
        new JsonObject()
            .put("access_token", access)
            .put("expires_in", expiresIn)
            .put("refresh_expires_in", expiresIn * 2)
            .put("refresh_token", refresh)
            .put("token_type", "Bearer"));
  }

  /** The connection ends without a byte. */
  public static Reply cut() {
    return new Reply(Buffer.buffer(), true, ready());
  }

  /** No byte ever, and the connection stays. */
  public static Reply never() {
    return new Reply(Buffer.buffer(), false, Future.future(promise -> {}));
  }

  /** The first half of it, then the end of the connection. */
  public Reply cutInHalf() {
    return new Reply(bytes.slice(0, bytes.length() - 10), true, after);
  }

  public Reply after(Future<?> event) {
    return new Reply(bytes, thenCut, event);
  }

  private static Future<?> ready() {
    return Future.succeededFuture();
  }
}
