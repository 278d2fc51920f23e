package io.ipbx.mock.pbx.world;

import java.util.SplittableRandom;

/** What chance has in store for a call: the same whenever it is asked. */
public final class Chance {

  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final double STEPS = 1L << 53;

  private Chance() {}

  /** Draws for that number, in an order of their own. */
  public static SplittableRandom of(long seed, int number) {
    return new SplittableRandom(seed ^ (number + 1) * SPREAD);
  }

  /** One draw between 0 and 1, without the cost of more. */
  static double unit(long seed, int number) {
    return (mixed(seed ^ (number + 1) * SPREAD) >>> 11) / STEPS;
  }

  private static long mixed(long bits) {
    long half = (bits ^ (bits >>> 32)) * 0x4CD6944C5CC20B6DL;
    long most = (half ^ (half >>> 29)) * 0xFC12C5B19D3259E9L;
    return most ^ (most >>> 32);
  }
}
