package io.ipbx.mock.config;

import java.util.Locale;

/**
 * One thing that can be said under one name: {@code --token-ttl 60} on the command line, {@code
 * IPBX_MOCK_TOKEN_TTL=60} in the environment, {@code token-ttl: 60} in a file.
 *
 * @param name with hyphens
 * @param member what the options call it in Java and in JSON
 * @param behaviour whether it is one of {@link io.ipbx.mock.MockSettings}, which a preset may set
 *     and which can change while the mock runs; else one of {@link io.ipbx.mock.MockOptions}
 */
public record Setting(
    String name, String member, boolean behaviour, ValueType type, String description) {

  static final String VARIABLES = "IPBX_MOCK_";

  /** The environment variable of an option of that name. */
  public static String variable(String name) {
    return VARIABLES + name.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /**
   * The value that {@code text} stands for.
   *
   * @param where what to call the setting in the message
   * @throws IllegalArgumentException naming it and what is allowed
   */
  public Object read(String where, String text) {
    try {
      return type.read(text);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          where + " is " + text + ": allowed are " + type.allowed(), wrong);
    }
  }
}
