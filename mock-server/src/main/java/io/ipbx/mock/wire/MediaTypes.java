package io.ipbx.mock.wire;

import org.jspecify.annotations.Nullable;

/** What a {@code Content-Type} says. */
public final class MediaTypes {

  public static final String JSON = "application/json";

  private MediaTypes() {}

  /** Whether it is JSON that comes, in whatever case and with whatever parameters that is said. */
  public static boolean isJson(@Nullable String contentType) {
    return contentType != null && contentType.split(";", 2)[0].strip().equalsIgnoreCase(JSON);
  }
}
