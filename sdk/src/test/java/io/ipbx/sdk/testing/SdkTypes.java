package io.ipbx.sdk.testing;

import io.ipbx.sdk.IpbxClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The classes that the SDK is made of, found where they were compiled to. */
public final class SdkTypes {

  private static final CodeSource SDK =
      Objects.requireNonNull(IpbxClient.class.getProtectionDomain().getCodeSource());

  private SdkTypes() {}

  static boolean isOne(Class<?> type) {
    return SDK.equals(type.getProtectionDomain().getCodeSource());
  }

  /** Those of {@code packages} whose objects say themselves how they are shown. */
  public static List<Class<?>> withText(List<String> packages) {
    Path root = Path.of(URI.create(SDK.getLocation().toString()));
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.equals("module-info.class"))
          .map(file -> file.substring(0, file.length() - 6).replace('/', '.'))
          .<Class<?>>map(SdkTypes::load)
          .filter(type -> packages.contains(type.getPackageName()) && hasText(type))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, IpbxClient.class.getClassLoader());
    } catch (ClassNotFoundException gone) {
      throw new AssertionError(gone);
    }
  }

  private static boolean hasText(Class<?> type) {
    return !type.isInterface()
        && !type.isEnum()
        && Stream.of(type.getDeclaredMethods())
            .anyMatch(
                method -> method.getName().equals("toString") && method.getParameterCount() == 0);
  }
}
