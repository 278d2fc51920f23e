package io.ipbx.sdk.auth.impl;

import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A body of {@code application/x-www-form-urlencoded}. */
final class Form {

  private final StringBuilder text = new StringBuilder(256);

  /** Adds the field; leaves it out when {@code value} is null. */
  Form add(String name, @Nullable String value) {
    if (value != null) {
      text.append(text.isEmpty() ? "" : "&")
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
    return this;
  }

  Buffer toBuffer() {
    return Buffer.buffer(text.toString());
  }
}
