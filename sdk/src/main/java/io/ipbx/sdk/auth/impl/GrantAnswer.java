package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.ErrorDetail;
import io.ipbx.sdk.RequestTimeoutException;
import io.ipbx.sdk.UnexpectedReplyException;
import io.ipbx.sdk.auth.Grant;
import io.ipbx.sdk.spi.Time;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.regex.Pattern;

/** Reads what the auth server answers to a grant (RFC 6749 section 5.1). */
final class GrantAnswer {

  /** Where the server does not say: short enough to be right for any, long enough not to hurry. */
  private static final Duration UNTOLD_LIFETIME = Duration.ofMinutes(5);

  private static final Duration LONGEST_LIFETIME = Duration.ofDays(365);
  private static final double SHORTEST_LIFETIME = 0.001;

  /** RFC 6750 section 2.1 allows less still. */
  private static final Pattern SENDABLE = Pattern.compile("[\\x21-\\x7e]+");

  private final Lifetimes lifetimes;
  private final Time time;

  GrantAnswer(Lifetimes lifetimes, Time time) {
    this.lifetimes = lifetimes;
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
    String value = Json.text(json, "access_token");
    if (value == null) {
      throw notUnderstood(reply, "has no access_token");
    }
    String type = Json.text(json, "token_type");
    if (type != null && !type.equalsIgnoreCase("Bearer")) {
      throw notUnderstood(reply, "has a token_type that is not Bearer");
    }
    if (!SENDABLE.matcher(value).matches()) {
      throw notUnderstood(reply, "has an access_token that no header can carry");
    }
    Duration lifetime = lifetime(reply, json);
    if (time.nanoTime() - reply.sent() >= lifetime.toNanos()) {
      throw new RequestTimeoutException(
          "the auth server's answer took longer than its token lives: " + lifetime, null);
    }
    IssuedToken access =
        new IssuedToken(
            value,
            lifetime,
            reply.sent(),
            lifetimes.usable(lifetime),
            lifetimes.untilDue(lifetime),
            time.instant().plus(lifetime).minusNanos(time.nanoTime() - reply.sent()));
    return new TokenSet(
        access,
        Json.text(json, "refresh_token"),
        reply.sent() + refreshLife(json).toNanos(),
        grant);
  }

  private static Duration lifetime(TokenReply reply, JsonObject json) {
    Double seconds = Json.number(json, "expires_in");
    if (seconds == null) {
      return UNTOLD_LIFETIME;
    }
    if (seconds < SHORTEST_LIFETIME) {
      throw notUnderstood(reply, "has expires_in " + seconds + ", which is not positive");
    }
    return atMost(seconds);
  }

  /** Zero is how the server says of an offline token that it has no end. */
  private static Duration refreshLife(JsonObject json) {
    Double seconds = Json.number(json, "refresh_expires_in");
    return seconds == null || seconds <= 0 ? LONGEST_LIFETIME : atMost(seconds);
  }

  private static Duration atMost(double seconds) {
    return Duration.ofMillis(
        (long) (Math.min(seconds, (double) LONGEST_LIFETIME.toSeconds()) * 1000));
  }

  private static UnexpectedReplyException notUnderstood(TokenReply reply, String what) {
    return new UnexpectedReplyException(
        "the auth server's answer " + what,
        new ErrorDetail(reply.status(), null, GrantError.correlation(reply)));
  }
}
