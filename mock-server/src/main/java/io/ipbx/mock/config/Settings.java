package io.ipbx.mock.config;

import io.ipbx.mock.KeycloakGeneration;
import io.ipbx.mock.MockOptions;
import io.ipbx.mock.Signing;
import io.ipbx.mock.config.ValueType.Constants;
import io.ipbx.mock.config.ValueType.Flag;
import io.ipbx.mock.config.ValueType.Numbers;
import io.ipbx.mock.config.ValueType.Text;
import io.ipbx.mock.config.ValueType.Url;
import io.ipbx.mock.config.ValueType.Whole;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** All settings, in the order in which the help lists them. */
public final class Settings {

  /** The name of the setting that stands for several others. */
  public static final String PRESET = "preset";

  private static final long DAY = 86_400;

  public static final List<Setting> ALL =
      List.of(
          option("host", "host", new Text(), "Where to listen."),
          option("port", "port", new Whole("port", 0, 65_535), "0 for any that is free."),
          option(
              "public-url",
              "publicUrl",
              new Url(),
              "What clients reach it by, named in tokens and discovery; host and port when not"
                  + " said."),
          option("tls", "tls", new Flag(), "Speak TLS with a certificate made for the run."),
          option(
              "event-loops",
              "eventLoops",
              new Whole("n", 1, 1_024),
              "How many event loops serve; one for each core when not said."),
          behaviour(
              "token-ttl", "accessTokenTtl", seconds(1, 365 * DAY), "Lifetime of access tokens."),
          behaviour(
              "refresh-ttl",
              "refreshTokenTtl",
              seconds(1, 365 * DAY),
              "Lifetime of refresh tokens: how long a session lasts without a refresh."),
          behaviour(
              "session-max",
              "sessionMax",
              seconds(1, 3_650 * DAY),
              "How long a session lasts at the most."),
          behaviour(
              "rotate-refresh-tokens",
              "rotateRefreshTokens",
              new Flag(),
              "A refresh token is good once; its second use ends the session."),
          behaviour(
              "rotation-grace",
              "rotationGrace",
              new Whole("milliseconds", 0, 1_000 * DAY),
              "For how long the refresh token used last is still taken."),
          behaviour(
              "signing",
              "signing",
              Constants.of(Signing.values()),
              "How access and ID tokens are signed."),
          behaviour(
              "keycloak-generation",
              "keycloakGeneration",
              Constants.of(KeycloakGeneration.values()),
              "Whose answers are given where Keycloak's versions differ."),
          behaviour(
              "wrong-password-status",
              "wrongPasswordStatus",
              new Numbers(List.of(0L, 400L, 401L)),
              "What answers a wrong password; 0 for what the generation answers."),
          behaviour(
              "brute-force-failures",
              "bruteForceFailures",
              new Whole("n", 0, 1_000_000),
              "After how many wrong passwords in a row an access is locked; 0 for never."),
          behaviour(
              "brute-force-wait",
              "bruteForceWait",
              seconds(1, 365 * DAY),
              "For how long it is locked."),
          behaviour(
              "act-claim",
              "actClaim",
              new Flag(),
              "The token of an impersonated user names the access in 'act'."),
          behaviour(
              "not-before",
              "notBefore",
              seconds(0, Integer.MAX_VALUE),
              "Tokens issued before this second since 1970 are stale; 0 for none."),
          behaviour("client-id", "clientId", new Text(), "The one public client."),
          behaviour(
              "max-sessions",
              "maxSessions",
              new Whole("n", 1, 10_000_000),
              "How many sessions are remembered; the oldest end first."),
          behaviour(
              "journal-size",
              "journalSize",
              new Whole("n", 0, 1_000_000),
              "How many requests the journal holds, the newest; 0 turns it off."),
          option(
              "seed",
              "seed",
              new Whole("n", Long.MIN_VALUE, Long.MAX_VALUE),
              "Of the world: the same seed, the same world."),
          option(
              "calls",
              "calls",
              new Whole("n", 0, 100_000_000),
              "How many calls the history holds."),
          option("verbose", "verbose", new Flag(), "Print a line for each request."));

  private Settings() {}

  private static Setting option(String name, String member, ValueType type, String description) {
    return new Setting(name, member, false, type, description);
  }

  private static Setting behaviour(String name, String member, ValueType type, String text) {
    return new Setting(name, member, true, type, text);
  }

  private static Whole seconds(long least, long most) {
    return new Whole("seconds", least, most);
  }

  /**
   * Refuses options or settings with a value that is not allowed.
   *
   * @param json theirs
   * @throws IllegalArgumentException naming the member and what is allowed
   */
  public static void check(JsonObject json) {
    for (Setting setting : ALL) {
      Object value = json.getValue(setting.member());
      if (value != null) {
        setting.read(setting.member(), value.toString());
      }
    }
  }

  /** What the settings are when nothing is said, by name. */
  public static Map<String, Object> defaults() {
    JsonObject options = new MockOptions().toJson();
    JsonObject behaviour = options.getJsonObject("settings");
    Map<String, Object> defaults = new LinkedHashMap<>();
    for (Setting setting : ALL) {
      defaults.put(
          setting.name(), (setting.behaviour() ? behaviour : options).getValue(setting.member()));
    }
    return defaults;
  }

  /**
   * The value that {@code text} stands for.
   *
   * @param name of a setting, or {@link #PRESET}
   * @throws IllegalArgumentException naming what is wrong and what is allowed
   */
  public static Object read(String name, String text) {
    if (name.equals(PRESET)) {
      return text;
    }
    return ALL.stream()
        .filter(setting -> setting.name().equals(name))
        .findFirst()
        .map(setting -> setting.read(name, text))
        .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
  }

  private static String unknown(String name) {
    List<String> names = ALL.stream().map(Setting::name).toList();
    return Suggestion.near(name, names)
        .map(meant -> name + " is not known: did you mean '" + meant + "'?")
        .orElseGet(() -> name + " is not known: allowed are " + names);
  }

  /**
   * What the environment says, by name.
   *
   * @throws IllegalArgumentException naming the variable and what is allowed
   */
  public static Map<String, Object> fromEnvironment(Map<String, String> environment) {
    Map<String, Object> said = new LinkedHashMap<>();
    for (Setting setting : ALL) {
      String variable = Setting.variable(setting.name());
      String text = environment.get(variable);
      if (text != null) {
        said.put(setting.name(), setting.read(variable, text));
      }
    }
    String preset = environment.get(Setting.variable(PRESET));
    if (preset != null) {
      said.put(PRESET, preset);
    }
    return said;
  }

  /** Says which variables look like one of ours with a mistake in its name. */
  public static List<String> strangers(Map<String, String> environment) {
    Set<String> known = new TreeSet<>();
    for (String name : List.of(PRESET, "config", "ready-file")) {
      known.add(Setting.variable(name));
    }
    for (Setting setting : ALL) {
      known.add(Setting.variable(setting.name()));
    }
    List<String> told = new ArrayList<>();
    for (String name : new TreeSet<>(environment.keySet())) {
      if (name.startsWith(Setting.VARIABLES) && !known.contains(name)) {
        Suggestion.near(name, known)
            .ifPresent(meant -> told.add(name + " is not known: did you mean " + meant + "?"));
      }
    }
    return told;
  }
}
