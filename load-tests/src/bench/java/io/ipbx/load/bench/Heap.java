package io.ipbx.load.bench;

import java.lang.management.ManagementFactory;

/** The heap that is in use, garbage left out. */
final class Heap {

  private static final int COLLECTIONS = 3;

  private Heap() {}

  static long used() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
