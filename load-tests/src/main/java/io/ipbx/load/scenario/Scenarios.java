package io.ipbx.load.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The scenarios that are known by name; any other by its file, or by its class. */
public final class Scenarios {

  private static final List<Scenario> ALL =
      List.of(
          new ColdStart(),
          new ExpiryStorm(),
          new RotationStorm(),
          new Revocation(),
          new SlowAuthServer(),
          new AuthOutage(),
          new FlappingAuthServer(),
          new WrongCredentials(),
          new ImpersonationFanOut(),
          new ManyIdentities(),
          new SharedStore(),
          new Soak());

  private Scenarios() {}

  public static List<Scenario> all() {
    return ALL;
  }

  /**
   * The scenario of that name, in that YAML file, or of that class.
   *
   * @throws IOException when the file cannot be read
   * @throws IllegalArgumentException when there is none, saying which there are
   */
  public static Scenario of(String name) throws IOException {
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      return YamlScenario.read(Path.of(name));
    }
    for (Scenario scenario : ALL) {
      if (scenario.name().equals(name)) {
        return scenario;
      }
    }
    return load(name);
  }

  /** By what {@link #of} finds it, unless it is of a file. */
  public static String nameOf(Scenario scenario) {
    return ALL.contains(scenario) ? scenario.name() : scenario.getClass().getName();
  }

  private static Scenario load(String className) {
    try {
      return Class.forName(className)
          .asSubclass(Scenario.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | ClassCastException unknown) {
      throw new IllegalArgumentException(
          "there is no scenario '"
              + className
              + "': known are "
              + ALL.stream().map(Scenario::name).toList()
              + ", files that end with .yaml, and public classes that implement "
              + Scenario.class.getName(),
          unknown);
    }
  }
}
