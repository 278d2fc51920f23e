package io.ipbx.sdk.auth;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a login presents: a password (RFC 6749 section 4.3.2), a refresh token got elsewhere
 * (section 6), or both, and then the refresh token first. {@code toString} shows the user name
 * only.
 *
 * @param username the e-mail of the API access; not blank where there is a password
 * @param password a secret, not empty; null where there is only a refresh token
 * @param refreshToken a secret, not blank; null where there is only a password
 */
public record Credentials(
    String username, @Nullable String password, @Nullable String refreshToken) {

  public Credentials {
    if (password == null && refreshToken == null) {
      throw new IllegalArgumentException("password is missing, and there is no refreshToken");
    }
    if (password != null && username.isBlank()) {
      throw new IllegalArgumentException("username is blank: give the e-mail of the API access");
    }
    if (password != null && password.isEmpty()) {
      throw new IllegalArgumentException("password is empty");
    }
    if (refreshToken != null && refreshToken.isBlank()) {
      throw new IllegalArgumentException("refreshToken is blank");
    }
  }

  /** To log in by password. */
  public Credentials(String username, String password) {
    this(username, password, null);
  }

  /** To go on with a session that was begun elsewhere, until the server ends it. */
  public static Credentials ofRefreshToken(String refreshToken) {
    return new Credentials("", null, refreshToken);
  }

  /**
   * From the members {@code username}, {@code password} and {@code refreshToken}.
   *
   * @throws IllegalArgumentException naming what is missing or wrong
   */
  public static Credentials fromJson(JsonObject json) {
    return new Credentials(
        Objects.requireNonNullElse(text(json, "username"), ""),
        text(json, "password"),
        text(json, "refreshToken"));
  }

  private static @Nullable String text(JsonObject json, String name) {
    Object value = json.getValue(name);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw new IllegalArgumentException(name + " is not a string");
  }

  /**
   * From {@code IPBX_USERNAME}, {@code IPBX_PASSWORD} and {@code IPBX_REFRESH_TOKEN} of the
   * process.
   *
   * @throws IllegalArgumentException naming what is missing or wrong
   */
  public static Credentials fromEnv() {
    return fromEnv(System.getenv());
  }

  /** As {@link #fromEnv()}, from {@code variables}. */
  public static Credentials fromEnv(Map<String, String> variables) {
    return new Credentials(
        variables.getOrDefault("IPBX_USERNAME", ""),
        variables.get("IPBX_PASSWORD"),
        variables.get("IPBX_REFRESH_TOKEN"));
  }

  @Override
  public String toString() {
    return "Credentials[" + username + "]";
  }
}
