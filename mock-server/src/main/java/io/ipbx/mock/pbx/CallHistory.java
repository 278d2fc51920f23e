package io.ipbx.mock.pbx;

import io.ipbx.mock.portal.User;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The calls of the past, the oldest first. None is stored: each is made from the seed and its
 * number when asked for, so that a million cost no more than a hundred.
 */
public final class CallHistory {

  private static final int CALLERS = 500;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final long seed;
  private final int size;
  private final List<User> users;
  private final int firstExtension;

  CallHistory(long seed, int size, List<User> users, int firstExtension) {
    this.seed = seed;
    this.size = size;
    this.users = users;
    this.firstExtension = firstExtension;
  }

  public int size() {
    return size;
  }

  /** The calls from {@code first} to before {@code end}. */
  public Stream<PastCall> between(int first, int end) {
    return IntStream.range(first, end).mapToObj(this::call);
  }

  /** The number of the first call that began at {@code moment} or later; the size when none did. */
  public int firstFrom(@Nullable Instant moment) {
    if (moment == null) {
      return 0;
    }
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (startOf(middle).isBefore(moment)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private Instant startOf(int number) {
    return BusinessDays.start(size - 1 - number);
  }

  /**
   * The call of that number.
   *
   * @param number from 0, the oldest
   */
  public PastCall call(int number) {
    Random random = new Random(seed ^ (number + 1) * SPREAD);
    random.nextInt();
    int who = random.nextInt(users.size());
    String line = Integer.toString(firstExtension + who);
    String other =
        Integer.toString(
            firstExtension + (who + 1 + random.nextInt(users.size() - 1)) % users.size());
    String outside = "+420" + (601_000_000 + random.nextInt(CALLERS) * 7_919);
    int dice = random.nextInt(100);
    String way = dice < 55 ? "In" : dice < 90 ? "Out" : "Loc";
    String disposition = disposition(random.nextInt(100));
    int ringing = 3 + random.nextInt(22);
    int talking =
        disposition.equals("ANSWERED") ? (int) Math.exp(4.6 + random.nextGaussian()) + 1 : 0;
    return new PastCall(
        number,
        startOf(number),
        way,
        way.equals("In") ? outside : line,
        way.equals("In") ? line : way.equals("Out") ? outside : other,
        users.get(who),
        line,
        disposition,
        ringing,
        talking);
  }

  private static String disposition(int dice) {
    if (dice < 82) {
      return "ANSWERED";
    }
    return dice < 92 ? "NO ANSWER" : dice < 97 ? "BUSY" : "FAILED";
  }
}
