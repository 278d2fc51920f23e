package io.ipbx.mock.fault;

import java.util.SplittableRandom;

/**
 * Chance that depends on a seed, an identity and the number of its request, and on nothing else: in
 * which order the requests of several identities come makes no difference to any of them.
 */
final class Draws {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private Draws() {}

  static SplittableRandom of(long seed, String identity, long number) {
    return new SplittableRandom(hash(identity, hash(seed, hash(number, FNV_OFFSET))));
  }

  private static long hash(long value, long hash) {
    long result = hash;
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      result = (result ^ (value >>> shift & 0xff)) * FNV_PRIME;
    }
    return result;
  }

  private static long hash(String text, long hash) {
    long result = hash;
    for (int i = 0; i < text.length(); i++) {
      result = (result ^ text.charAt(i)) * FNV_PRIME;
    }
    return result;
  }
}
