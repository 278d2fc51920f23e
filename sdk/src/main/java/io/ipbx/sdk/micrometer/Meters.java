package io.ipbx.sdk.micrometer;

import io.ipbx.sdk.IpbxException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A registry with the tags that all meters of one client have. */
final class Meters {

  private final MeterRegistry registry;
  private final Tags common;

  Meters(MeterRegistry registry, Iterable<Tag> common) {
    this.registry = registry;
    this.common = Tags.of(common);
  }

  void count(String name, double amount, String... tags) {
    registry.counter(name, common.and(tags)).increment(amount);
  }

  void time(String name, Duration took, String... tags) {
    registry.timer(name, common.and(tags)).record(took);
  }

  /** What kind of failure it was: {@code server_error} of a {@code ServerErrorException}. */
  static String error(@Nullable IpbxException failure) {
    if (failure == null) {
      return "none";
    }
    String type = failure.getClass().getSimpleName().replaceFirst("Exception$", "");
    return type.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  static String lowerCase(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
