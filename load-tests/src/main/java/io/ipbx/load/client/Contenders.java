package io.ipbx.load.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The clients that are known by name; any other {@link Contender} by its class. */
public final class Contenders {

  /** Our own. */
  public static final String SDK = "ipbx-sdk";

  /** Vert.x' own OAuth 2.0 client. */
  public static final String OAUTH2_WEB_CLIENT = "vertx-oauth2";

  private static final Map<String, Contender> KNOWN = known();

  private Contenders() {}

  private static Map<String, Contender> known() {
    Map<String, Contender> known = new LinkedHashMap<>();
    known.put(SDK, new SdkContender());
    known.put(OAUTH2_WEB_CLIENT, new OAuth2WebClientContender());
    known.put("google-auth", new GoogleAuthContender());
    known.put("naive", new NaiveContender());
    return Collections.unmodifiableMap(known);
  }

  /** Those that are known by name, our own first. */
  public static List<String> names() {
    return List.copyOf(KNOWN.keySet());
  }

  /**
   * The client of that name, or of that class.
   *
   * @throws IllegalArgumentException when there is none, saying which there are
   */
  public static Contender of(String name) {
    Contender known = KNOWN.get(name);
    return known != null ? known : load(name);
  }

  private static Contender load(String className) {
    try {
      return Class.forName(className)
          .asSubclass(Contender.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | ClassCastException unknown) {
      throw new IllegalArgumentException(
          "there is no client '"
              + className
              + "': known are "
              + names()
              + " and every public class that implements "
              + Contender.class.getName(),
          unknown);
    }
  }
}
