package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.auth.Grant;
import io.ipbx.sdk.spi.Time;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tokens as bytes in a store. They carry no date but what was left of them when they were written;
 * with the age that the store measures, that is all a reader with another clock needs.
 */
final class StoredTokens {

  private static final int FORM = 1;
  private static final Duration LONGEST = Duration.ofDays(365);

  private final Lifetimes lifetimes;
  private final Time time;

  StoredTokens(Lifetimes lifetimes, Time time) {
    this.lifetimes = lifetimes;
    this.time = time;
  }

  /** How long {@code tokens} are of use to anyone; at least a second. */
  Duration useful(TokenSet tokens) {
    long access = tokens.access() == null ? 0 : left(tokens.access());
    long refresh = tokens.refreshToken() == null ? 0 : refreshLeft(tokens);
    return Duration.ofMillis(Math.max(1_000, Math.max(access, refresh)));
  }

  Buffer encode(TokenSet tokens) {
    JsonObject json = new JsonObject().put("form", FORM).put("grant", tokens.grant().name());
    IssuedToken access = tokens.access();
    if (access != null) {
      json.put("access", access.value())
          .put("lifetime", access.lifetime().toMillis())
          .put("left", left(access));
    }
    if (tokens.refreshToken() != null) {
      json.put("refresh", tokens.refreshToken()).put("refreshLeft", refreshLeft(tokens));
    }
    return json.toBuffer();
  }

  private long left(IssuedToken access) {
    return access.lifetime().minusNanos(access.age(time.nanoTime())).toMillis();
  }

  private long refreshLeft(TokenSet tokens) {
    return Duration.ofNanos(tokens.refreshUntil() - time.nanoTime()).toMillis();
  }

  /**
   * What {@link #encode} wrote {@code age} ago, less what that took of its life; nothing when it is
   * not what {@link #encode} writes.
   */
  TokenSet decode(Buffer data, Duration age) {
    JsonObject json = Json.object(data);
    if (json == null || !Integer.valueOf(FORM).equals(json.getValue("form"))) {
      return TokenSet.EMPTY;
    }
    String refreshToken = Json.text(json, "refresh");
    long refreshUntil = time.nanoTime() + millis(json, "refreshLeft").minus(age).toNanos();
    return new TokenSet(access(json, age), refreshToken, refreshUntil, grant(json));
  }

  private @Nullable IssuedToken access(JsonObject json, Duration age) {
    String value = Json.text(json, "access");
    Duration lifetime = millis(json, "lifetime");
    Duration left = millis(json, "left").minus(age);
    if (value == null || left.compareTo(lifetime) > 0) {
      return null;
    }
    return new IssuedToken(
        value,
        lifetime,
        time.nanoTime() - lifetime.minus(left).toNanos(),
        lifetimes.usable(lifetime),
        lifetimes.untilDue(lifetime),
        time.instant().plus(left));
  }

  private static Duration millis(JsonObject json, String name) {
    Double value = Json.number(json, name);
    double most = LONGEST.toMillis();
    return value == null
        ? Duration.ZERO
        : Duration.ofMillis((long) Math.max(-most, Math.min(value, most)));
  }

  private static Grant grant(JsonObject json) {
    try {
      return Grant.valueOf(String.valueOf(json.getValue("grant")).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      return Grant.REFRESH;
    }
  }
}
