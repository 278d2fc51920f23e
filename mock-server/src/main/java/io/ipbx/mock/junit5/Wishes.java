package io.ipbx.mock.junit5;

import io.ipbx.mock.AccessOptions;
import io.ipbx.mock.MockOptions;
import io.ipbx.mock.config.ConfigFile;
import io.ipbx.mock.config.Configuration;
import io.ipbx.mock.config.Settings;
import io.ipbx.mock.control.FaultRule;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What the annotations around a test ask for, the outermost first. */
final class Wishes {

  private final Class<?> test;
  private final List<WithMockIpbx> annotations;

  Wishes(Class<?> test, List<WithMockIpbx> annotations) {
    this.test = test;
    this.annotations = annotations;
  }

  /** The life that the innermost annotation asks for which says anything about it. */
  Life life() {
    Life life = Life.AS_TEST_INSTANCE;
    for (WithMockIpbx annotation : annotations) {
      life = annotation.life() == Life.AS_TEST_INSTANCE ? life : annotation.life();
    }
    return life;
  }

  /**
   * The options of the mock.
   *
   * @throws ExtensionConfigurationException naming what is wrong and what is allowed
   */
  MockOptions options() {
    try {
      Configuration configuration = Configuration.silent();
      Map<String, Object> said = new HashMap<>();
      List<AccessOptions> accesses = List.of();
      List<FaultRule> faults = List.of();
      for (WithMockIpbx annotation : annotations) {
        if (!annotation.config().isEmpty()) {
          configuration = read(annotation.config());
        }
        said.putAll(said(annotation));
        accesses = annotation.accesses().length == 0 ? accesses : accesses(annotation);
        faults = annotation.faults().length == 0 ? faults : faults(annotation);
      }
      MockOptions options = configuration.with(said).over(new MockOptions()).setPort(0);
      if (!accesses.isEmpty()) {
        options.setAccesses(accesses);
      }
      return (faults.isEmpty() ? options : options.setFaults(faults)).validate();
    } catch (IllegalArgumentException | IOException wrong) {
      throw new ExtensionConfigurationException(
          "the mock of " + test.getName() + ": " + wrong.getMessage(), wrong);
    }
  }

  private Configuration read(String name) throws IOException {
    try (InputStream resource = test.getClassLoader().getResourceAsStream(name)) {
      return resource == null
          ? ConfigFile.read(Path.of(name))
          : ConfigFile.read(name, new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static Map<String, Object> said(WithMockIpbx annotation) {
    Map<String, Object> said = new HashMap<>();
    put(said, Settings.PRESET, annotation.preset());
    put(said, "token-ttl", annotation.tokenTtl());
    put(said, "refresh-ttl", annotation.refreshTtl());
    put(said, "rotate-refresh-tokens", annotation.rotateRefreshTokens());
    put(said, "signing", annotation.signing());
    put(said, "seed", annotation.seed());
    put(said, "calls", annotation.calls());
    put(said, "tls", annotation.tls());
    for (String setting : annotation.settings()) {
      String[] parts = setting.split("=", 2);
      if (parts.length < 2) {
        throw new IllegalArgumentException("'" + setting + "' has not the form name=value");
      }
      put(said, parts[0].strip(), new String[] {parts[1].strip()});
    }
    return said;
  }

  /** An annotation cannot leave a value out but as an array without elements. */
  private static void put(Map<String, Object> said, String name, Object values) {
    int length = Array.getLength(values);
    if (length > 1) {
      throw new IllegalArgumentException(name + " takes one value, not " + length);
    }
    if (length == 1) {
      said.put(name, Settings.read(name, Array.get(values, 0).toString()));
    }
  }

  private static List<FaultRule> faults(WithMockIpbx annotation) {
    String yaml = "faults: [" + String.join(", ", annotation.faults()) + "]";
    return ConfigFile.read("faults", yaml).over(new MockOptions()).getFaults();
  }

  private static List<AccessOptions> accesses(WithMockIpbx annotation) {
    return Arrays.stream(annotation.accesses()).map(Wishes::access).toList();
  }

  private static AccessOptions access(MockAccess wanted) {
    AccessOptions access =
        new AccessOptions()
            .setEmail(wanted.email())
            .setImpersonation(wanted.impersonation())
            .setEnabled(wanted.enabled());
    if (!wanted.password().isEmpty()) {
      access.setPassword(wanted.password());
    }
    return wanted.switchboard() == 0 ? access : access.setSwitchboard(wanted.switchboard());
  }
}
