package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.ErrorDetail;
import io.ipbx.sdk.UnexpectedReplyException;
import io.ipbx.sdk.auth.Grant;
import io.ipbx.sdk.spi.Time;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads what the auth server answers to a grant (RFC 6749 section 5.1). */
final class GrantAnswer {

  /** Where the server does not say: short enough to be right for any, long enough not to hurry. */
  private static final Duration UNTOLD_LIFETIME = Duration.ofMinutes(5);

  private static final Duration LONGEST_LIFETIME = Duration.ofDays(365);

  private final Duration expiryMargin;
  private final Time time;

  GrantAnswer(Duration expiryMargin, Time time) {
    this.expiryMargin = expiryMargin;
    this.time = time;
  }

  /**
   * @param presented the secret that the request held, kept out of whatever is said about a failure
   * @throws io.ipbx.sdk.IpbxException when there is no usable token in it
   */
  TokenSet read(TokenReply reply, Grant grant, String presented) {
    JsonObject json = Json.object(reply.body());
    if (!reply.isSuccess() || json == null || json.containsKey("error")) {
      throw GrantError.of(reply, grant, presented, time);
    }
    String value = text(json, "access_token");
    if (value == null) {
      throw notUnderstood(reply, "has no access_token");
    }
    String type = text(json, "token_type");
    if (type != null && !type.equalsIgnoreCase("Bearer")) {
      throw notUnderstood(reply, "has a token_type that is not Bearer");
    }
    Duration lifetime = lifetime(reply, json, "expires_in", UNTOLD_LIFETIME);
    IssuedToken access =
        new IssuedToken(
            value,
            lifetime,
            margin(lifetime),
            reply.sent(),
            time.instant().plus(lifetime).minusNanos(time.nanoTime() - reply.sent()));
    Duration refreshLife = lifetime(reply, json, "refresh_expires_in", LONGEST_LIFETIME);
    return new TokenSet(
        access, text(json, "refresh_token"), reply.sent() + refreshLife.toNanos(), grant);
  }

  private Duration margin(Duration lifetime) {
    Duration tenth = lifetime.dividedBy(10);
    return tenth.compareTo(expiryMargin) < 0 ? tenth : expiryMargin;
  }

  private static Duration lifetime(
      TokenReply reply, JsonObject json, String name, Duration untold) {
    Double seconds = Json.number(json, name);
    if (seconds == null || (seconds == 0 && name.startsWith("refresh"))) {
      // Zero is how the server says of an offline token that it has no end.
      return untold;
    }
    if (seconds <= 0) {
      throw notUnderstood(reply, "has " + name + " " + seconds + ", which is not positive");
    }
    return Duration.ofMillis(
        (long) (Math.min(seconds, (double) LONGEST_LIFETIME.toSeconds()) * 1000));
  }

  private static @Nullable String text(JsonObject json, String name) {
    return json.getValue(name) instanceof String text && !text.isBlank() ? text : null;
  }

  private static UnexpectedReplyException notUnderstood(TokenReply reply, String what) {
    return new UnexpectedReplyException(
        "the auth server's answer " + what,
        new ErrorDetail(reply.status(), null, GrantError.correlation(reply)));
  }
}
