package io.ipbx.mock.auth;

import java.security.Provider;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The native crypto provider where one for this platform is on the class path. It is used for our
 * signatures alone and never installed, so that the application around a mock keeps its own.
 */
final class NativeCrypto {

  private static final String PREFIX = "com.amazon.corretto.";

  /** So that the loading does not slow the start of a mock and its first tokens. */
  private static final long DELAY_MILLIS = 1_000;

  /** Loading and testing it takes most of a second: once in a process, and nobody waits for it. */
  private static final class Found {
    private static final CompletableFuture<@Nullable Provider> PROVIDER =
        CompletableFuture.supplyAsync(
            NativeCrypto::find,
            CompletableFuture.delayedExecutor(DELAY_MILLIS, TimeUnit.MILLISECONDS));
  }

  private NativeCrypto() {}

  /**
   * The provider, which the first to ask causes to be loaded; with null where there is none, or its
   * library does not load here.
   */
  static CompletableFuture<@Nullable Provider> provider() {
    return Found.PROVIDER;
  }

  private static @Nullable Provider find() {
    try {
      return ServiceLoader.load(Provider.class, NativeCrypto.class.getClassLoader()).stream()
          .filter(provider -> provider.type().getName().startsWith(PREFIX))
          .map(ServiceLoader.Provider::get)
          .filter(provider -> provider.getService("Signature", KeySigner.ECDSA) != null)
          .findFirst()
          .orElse(null);
    } catch (ServiceConfigurationError | LinkageError unfit) {
      return null;
    }
  }
}
