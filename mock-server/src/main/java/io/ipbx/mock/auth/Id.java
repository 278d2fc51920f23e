package io.ipbx.mock.auth;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * An identifier in the forms Keycloak gives them; random enough for a mock, and cheap. It carries a
 * number that makes sense to this mock alone, so that what it names is found without a search.
 *
 * @param seed what it is random by: the first half of a UUID of version 4
 * @param number not negative and below 2^62
 */
record Id(long seed, long number) {

  private static final long NUMBER = (1L << 62) - 1;

  /** Spreads bits over a whole word: 2^64 divided by the golden ratio. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private static final int BRIEF_BYTES = 18;
  private static final int BRIEF_LENGTH = 24;

  /** A new identifier that carries {@code number}. */
  static Id of(long number) {
    return new Id((ThreadLocalRandom.current().nextLong() & ~0xf000L) | 0x4000L, number);
  }

  /** The identifier that was written as {@code text}; null when there can be none. */
  static @Nullable Id read(String text) {
    try {
      return parse(text);
    } catch (IllegalArgumentException neither) {
      return null;
    }
  }

  /**
   * The identifier that was written as {@code text}.
   *
   * @throws IllegalArgumentException when there can be none
   */
  static Id parse(String text) {
    if (text.length() == BRIEF_LENGTH) {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      return of(bytes.getLong(), bytes.getLong());
    }
    UUID uuid = UUID.fromString(text);
    return of(uuid.getMostSignificantBits(), uuid.getLeastSignificantBits());
  }

  private static Id of(long seed, long low) {
    return new Id(seed, (low ^ seed * SPREAD) & NUMBER);
  }

  private long low() {
    return 1L << 63 | ((number ^ seed * SPREAD) & NUMBER);
  }

  String uuid() {
    return new UUID(seed, low()).toString();
  }

  /** The 24 characters of Base64 by which version 26 names sessions. */
  String brief() {
    ByteBuffer bytes = ByteBuffer.allocate(BRIEF_BYTES);
    bytes.putLong(seed).putLong(low()).putShort((short) (seed * SPREAD));
    return Base64.getUrlEncoder().encodeToString(bytes.array());
  }
}
