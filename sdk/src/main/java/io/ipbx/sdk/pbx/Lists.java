package io.ipbx.sdk.pbx;

import java.util.List;
import org.jspecify.annotations.Nullable;

final class Lists {

  private Lists() {}

  /** An unmodifiable list, empty where the server left it out. */
  static <T> List<T> present(@Nullable List<T> sent) {
    return sent == null ? List.of() : List.copyOf(sent);
  }
}
