package io.ipbx.load.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * When the calls of an open load are due: stretches one after another, the rate going straight from
 * one value to another in each. Constant, ramp, step and spike are all made of these.
 */
public final class ArrivalSchedule {

  /** Far below half a call: what rounding may add up to. */
  private static final double ROUNDING = 1e-6;

  private static final double NANOS = 1e9;

  /**
   * A stretch of time in which the rate changes evenly.
   *
   * @param from calls a second at its start, 0 or more
   * @param to calls a second at its end, 0 or more
   */
  public record Stretch(double from, double to, Duration duration) {

    public Stretch {
      if (!(from >= 0 && to >= 0) || Double.isInfinite(from + to)) {
        throw new IllegalArgumentException(
            "rate goes from " + from + " to " + to + ": allowed are 0 calls a second and more");
      }
      if (duration.isNegative() || duration.isZero()) {
        throw new IllegalArgumentException("duration is " + duration + ": it must be above zero");
      }
    }

    private double seconds() {
      return duration.toNanos() / NANOS;
    }

    private double calls() {
      return (from + to) / 2 * seconds();
    }

    /** Seconds until {@code calls} of this stretch were due, where the rate's integral is that. */
    private double secondsUntil(double calls) {
      double slope = (to - from) / seconds();
      double root = Math.sqrt(Math.max(0, from * from + 2 * slope * calls));
      return calls <= 0 ? 0 : Math.min(seconds(), 2 * calls / (from + root));
    }

    @Override
    public String toString() {
      return (from == to ? number(from) : number(from) + "→" + number(to))
          + "/s for "
          + number(seconds())
          + " s";
    }

    private static String number(double value) {
      return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
  }

  private final List<Stretch> stretches;
  private final int first;
  private final int every;

  public ArrivalSchedule(List<Stretch> stretches) {
    this(stretches, 0, 1);
  }

  private ArrivalSchedule(List<Stretch> stretches, int first, int every) {
    if (stretches.isEmpty()) {
      throw new IllegalArgumentException("arrivals are empty: give one stretch or more");
    }
    this.stretches = List.copyOf(stretches);
    this.first = first;
    this.every = every;
  }

  public static ArrivalSchedule constant(double rate, Duration duration) {
    return ramp(rate, rate, duration);
  }

  public static ArrivalSchedule ramp(double from, double to, Duration duration) {
    return new ArrivalSchedule(List.of(new Stretch(from, to, duration)));
  }

  /** Stairs: {@code steps} constant rates from {@code from} to {@code to}, each for that long. */
  public static ArrivalSchedule steps(double from, double to, int steps, Duration each) {
    if (steps < 2) {
      throw new IllegalArgumentException("steps is " + steps + ": allowed are 2 and more");
    }
    List<Stretch> stairs = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      double rate = from + (to - from) * step / (steps - 1);
      stairs.add(new Stretch(rate, rate, each));
    }
    return new ArrivalSchedule(stairs);
  }

  /** A constant rate, a much higher one, and the first again. */
  public static ArrivalSchedule spike(
      double base, double peak, Duration before, Duration during, Duration after) {
    return constant(base, before).then(constant(peak, during)).then(constant(base, after));
  }

  /** This, then {@code next}. */
  public ArrivalSchedule then(ArrivalSchedule next) {
    List<Stretch> all = new ArrayList<>(stretches);
    all.addAll(next.stretches);
    return new ArrivalSchedule(all);
  }

  /** One call in so many, from the one of that index on: all parts together are the whole. */
  public ArrivalSchedule part(int index, int of) {
    return new ArrivalSchedule(stretches, first + index * every, every * of);
  }

  /** The highest rate there is, in calls a second. */
  public double peakRate() {
    return stretches.stream().mapToDouble(part -> Math.max(part.from(), part.to())).max().orElse(0)
        / every;
  }

  /** How many calls are due in all. */
  public long total() {
    double calls = stretches.stream().mapToDouble(Stretch::calls).sum();
    long all = (long) Math.ceil(calls - ROUNDING);
    return Math.max(0, (all - first + every - 1) / every);
  }

  public Duration duration() {
    return stretches.stream().map(Stretch::duration).reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * When a call is due, in nanoseconds from the start.
   *
   * @param call its number, from 0 to less than {@link #total}
   */
  public long startOf(long call) {
    return startInWhole(first + call * every);
  }

  private long startInWhole(long call) {
    double before = 0;
    double elapsed = 0;
    for (Stretch stretch : stretches) {
      double calls = stretch.calls();
      if (call < before + calls - ROUNDING) {
        return (long) ((elapsed + stretch.secondsUntil(call - before)) * NANOS);
      }
      before += calls;
      elapsed += stretch.seconds();
    }
    return (long) (elapsed * NANOS);
  }

  @Override
  public String toString() {
    return stretches.stream().map(Stretch::toString).collect(Collectors.joining(", then "));
  }
}
