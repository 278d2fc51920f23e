package io.ipbx.mock.junit5;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What JUnit keeps for us, and closes with the context it is kept for. */
final class Stores {

  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(MockIpbxExtension.class);

  private Stores() {}

  /** What is kept under {@code key}, made by the first who asks. */
  @SuppressWarnings("deprecation") // Its successor is not there in JUnit 5.
  static <T> T get(ExtensionContext context, String key, Supplier<T> made) {
    @SuppressWarnings("unchecked")
    T kept = (T) context.getStore(OURS).getOrComputeIfAbsent(key, absent -> made.get());
    return requireNonNull(kept);
  }

  /** What is kept under {@code key}, if anything. */
  static <T> Optional<T> find(ExtensionContext context, String key, Class<T> type) {
    return Optional.ofNullable(context.getStore(OURS).get(key, type));
  }
}
