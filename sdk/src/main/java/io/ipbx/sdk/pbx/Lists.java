package io.ipbx.sdk.pbx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

final class Lists {

  private Lists() {}

  /** An unmodifiable list of what is there, empty where the server left it out. */
  static <T> List<T> present(@Nullable List<T> sent) {
    return sent == null ? List.of() : sent.stream().filter(Objects::nonNull).toList();
  }

  /** An unmodifiable map, empty where the server left it out. */
  static Map<String, Object> present(@Nullable Map<String, Object> sent) {
    return sent == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(sent));
  }

  /**
   * @throws IllegalArgumentException unless there are 1 to {@code most} items, or no list
   */
  static <T> @Nullable List<T> sized(String name, @Nullable List<T> items, int most) {
    if (items != null && (items.isEmpty() || items.size() > most)) {
      throw new IllegalArgumentException(
          name + " has " + items.size() + " items: allowed are 1 to " + most);
    }
    return items;
  }
}
