package io.ipbx.mock.pbx.audio;

import io.vertx.core.buffer.Buffer;

/** So many bytes, written bit by bit; the rest stays 0. */
final class Bits {

  private final byte[] bytes;
  private int at;

  Bits(int length) {
    this.bytes = new byte[length];
  }

  /** Adds the lowest {@code count} bits of {@code value}, the highest of them first. */
  void put(int value, int count) {
    for (int i = count - 1; i >= 0; i--) {
      bytes[at / 8] |= (byte) ((value >>> i & 1) << (7 - at % 8));
      at++;
    }
  }

  Buffer buffer() {
    return Buffer.buffer(bytes);
  }
}
