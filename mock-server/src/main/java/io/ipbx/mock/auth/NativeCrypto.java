package io.ipbx.mock.auth;

import java.security.Provider;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The native crypto provider where one for this platform is on the class path. It is used for our
 * signatures alone and never installed, so that the application around a mock keeps its own.
 */
final class NativeCrypto {

  private static final String PREFIX = "com.amazon.corretto.";
  private static final String NEEDED = "SHA256withECDSAinP1363Format";

  /** Loading a native library takes its time: once in a process, by whoever first needs it. */
  private static final class Found {
    private static final @Nullable Provider PROVIDER = find();
  }

  private NativeCrypto() {}

  /** The provider; null where there is none or its library does not load here. */
  static @Nullable Provider provider() {
    return Found.PROVIDER;
  }

  private static @Nullable Provider find() {
    try {
      return ServiceLoader.load(Provider.class).stream()
          .filter(provider -> provider.type().getName().startsWith(PREFIX))
          .map(ServiceLoader.Provider::get)
          .filter(provider -> provider.getService("Signature", NEEDED) != null)
          .findFirst()
          .orElse(null);
    } catch (ServiceConfigurationError | LinkageError unfit) {
      return null;
    }
  }
}
