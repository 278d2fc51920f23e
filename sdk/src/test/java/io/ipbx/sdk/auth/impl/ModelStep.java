package io.ipbx.sdk.auth.impl;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * One thing that happens to an identity.
 *
 * @param size what it is about: a lifetime or a time that passes, in seconds; else of no meaning
 */
record ModelStep(Kind kind, int size) {

  enum Kind {
    CURRENT(8),
    REFRESH(2),
    LAND(6),
    LAND_WITHOUT_REFRESH_TOKEN(1),
    FAIL(3),
    FAIL_WITH_RETRY_AFTER(1),
    FAIL_EXCUSED(1),
    LATE_LANDING(1),
    INVALIDATE_PRESENT(2),
    INVALIDATE_OLD(1),
    REFRESH_TOKEN_REFUSED(1),
    PASS(8),
    LOGOUT(1),
    CLOSE(0);

    private final int weight;

    Kind(int weight) {
      this.weight = weight;
    }
  }

  private static final List<Kind> WEIGHTED =
      Stream.of(Kind.values())
          .flatMap(kind -> Stream.generate(() -> kind).limit(kind.weight))
          .toList();

  static ModelStep random(SplittableRandom random) {
    // One close in many steps, because nothing happens after it.
    Kind kind =
        random.nextInt(200) == 0 ? Kind.CLOSE : WEIGHTED.get(random.nextInt(WEIGHTED.size()));
    // As often a second as an hour: 2^0 to 2^12.
    return new ModelStep(kind, 1 + random.nextInt(1 << random.nextInt(13)));
  }
}
