package io.ipbx.mock;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which published version of the service a mock follows where nothing else is said. */
public enum Preset {
  /** One hour of token, scope optional: version 11 of the introduction page. */
  WIKI_V11,
  /** 50 minutes of token, {@code openid} asked for: the newer service. */
  CURRENT;

  /** Its name in files and on the command line, as {@code wiki-v11}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The preset of that label or constant, in any case. */
  public static Optional<Preset> called(String name) {
    String label = name.toLowerCase(Locale.ROOT).replace('_', '-');
    return Arrays.stream(values()).filter(preset -> preset.label().equals(label)).findFirst();
  }
}
