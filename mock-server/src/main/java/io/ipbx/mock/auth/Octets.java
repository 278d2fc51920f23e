package io.ipbx.mock.auth;

import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * Bytes that grow. Claims, tokens and answers are written straight into the form in which they are
 * sent, into arrays that are used again for the next answer.
 */
final class Octets {

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private byte[] bytes = new byte[2048];
  private int length;

  Octets clear() {
    length = 0;
    return this;
  }

  int length() {
    return length;
  }

  Octets append(char ascii) {
    room(1);
    bytes[length++] = (byte) ascii;
    return this;
  }

  Octets append(byte[] more) {
    return append(more, 0, more.length);
  }

  private Octets append(byte[] more, int from, int count) {
    room(count);
    System.arraycopy(more, from, bytes, length, count);
    length += count;
    return this;
  }

  /** Appends text, in UTF-8. */
  Octets append(String text) {
    return append(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Appends text as it stands within a JSON string (RFC 8259 section 7). */
  Octets appendEscaped(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    int from = 0;
    for (int i = 0; i < utf8.length; i++) {
      byte b = utf8[i];
      boolean control = (b & 0xe0) == 0;
      if (control || b == '"' || b == '\\') {
        append(utf8, from, i - from);
        append(control ? String.format("\\u%04x", b) : "\\" + (char) b);
        from = i + 1;
      }
    }
    return append(utf8, from, utf8.length - from);
  }

  /** Appends other bytes in Base64, as tokens are written (RFC 7515 section 2). */
  Octets appendBase64(Octets other) {
    ByteBuffer encoded = BASE64.encode(ByteBuffer.wrap(other.bytes, 0, other.length));
    return append(encoded.array(), 0, encoded.limit());
  }

  Octets appendBase64(byte[] other) {
    return append(BASE64.encode(other));
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }

  /** The signature of what stands here from {@code start} on. */
  byte[] sign(Signer signer, int start) {
    return signer.sign(bytes, start, length - start);
  }

  /** Digests what stands here from {@code start} on. */
  void digest(MessageDigest digest, int start) {
    digest.update(bytes, start, length - start);
  }

  Buffer toBuffer() {
    return Buffer.buffer(length).appendBytes(bytes, 0, length);
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
