package io.ipbx.sdk.auth.impl;

import io.ipbx.sdk.CredentialsRejectedException;
import io.ipbx.sdk.ErrorDetail;
import io.ipbx.sdk.ImpersonationDeniedException;
import io.ipbx.sdk.InvalidRequestException;
import io.ipbx.sdk.IpbxException;
import io.ipbx.sdk.RateLimitedException;
import io.ipbx.sdk.ServerErrorException;
import io.ipbx.sdk.TokenRejectedException;
import io.ipbx.sdk.UnexpectedReplyException;
import io.ipbx.sdk.auth.Grant;
import io.ipbx.sdk.spi.Time;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a refusal of the auth server means. Its {@code error} decides where there is one we know,
 * because the status of one and the same error differs between versions of the server (RFC 6749
 * section 5.2 and its practice); the status decides otherwise.
 */
final class GrantError {

  /** These say nothing of the grant: another one of the same client fares no better. */
  private static final Set<String> CLIENT_REFUSED =
      Set.of("invalid_client", "unauthorized_client", "access_denied");

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");
  private static final int LONGEST_DESCRIPTION = 200;

  private final String message;
  private final ErrorDetail detail;

  private GrantError(String message, ErrorDetail detail) {
    this.message = message;
    this.detail = detail;
  }

  /**
   * @param presented the secret that the request held
   */
  static IpbxException of(TokenReply reply, Grant grant, String presented, Time time) {
    JsonObject json = Json.object(reply.body());
    String code = json == null ? null : shown(json.getValue("error"), presented);
    if (code != null && !CODE.matcher(code).matches()) {
      code = null;
    }
    String description = json == null ? null : shown(json.getValue("error_description"), presented);
    String message =
        "the auth server refused the "
            + grant.name().toLowerCase(Locale.ROOT)
            + " grant: "
            + (code == null ? "status " + reply.status() : code)
            + (description == null ? "" : " (" + description + ")");
    GrantError error =
        new GrantError(message, new ErrorDetail(reply.status(), code, correlation(reply)));
    Duration retryAfter = RetryAfter.of(reply.headers(), time.instant());
    IpbxException known = code == null ? null : error.byCode(code, grant, retryAfter);
    return known != null ? known : error.byStatus(reply.status(), grant, retryAfter);
  }

  /** Whether the server said that the grant itself, such as a refresh token, is no good. */
  static boolean isRefusal(Throwable failure) {
    return failure instanceof CredentialsRejectedException rejected
        && !CLIENT_REFUSED.contains(String.valueOf(rejected.detail().code()));
  }

  static @Nullable String correlation(TokenReply reply) {
    return reply.headers().get("x-correlation-id");
  }

  private @Nullable IpbxException byCode(String code, Grant grant, Duration retryAfter) {
    return switch (code) {
      case "invalid_token" -> new TokenRejectedException(message, detail);
      case "access_denied" ->
          grant == Grant.EXCHANGE
              ? new ImpersonationDeniedException(message, detail)
              : new CredentialsRejectedException(message, detail);
      case "invalid_grant", "invalid_client", "unauthorized_client" ->
          new CredentialsRejectedException(message, detail);
      case "invalid_request", "invalid_scope", "unsupported_grant_type" ->
          new InvalidRequestException(message, detail);
      case "server_error", "temporarily_unavailable", "unknown_error" ->
          new ServerErrorException(message, retryAfter, detail);
      default -> null;
    };
  }

  private IpbxException byStatus(int status, Grant grant, Duration retryAfter) {
    if (status == 429) {
      return new RateLimitedException(message, retryAfter, detail);
    }
    if (status >= 500 || status == 408) {
      return new ServerErrorException(message, retryAfter, detail);
    }
    if (status == 401) {
      return grant == Grant.EXCHANGE
          ? new TokenRejectedException(message, detail)
          : new CredentialsRejectedException(message, detail);
    }
    if (grant == Grant.EXCHANGE && status == 403) {
      return new ImpersonationDeniedException(message, detail);
    }
    return new UnexpectedReplyException(
        "the auth server's answer is not understood (status " + status + ")", detail);
  }

  /** Server text fit to be shown: short, on one line, and not when it repeats our secret. */
  private static @Nullable String shown(@Nullable Object said, String secret) {
    if (!(said instanceof String text) || Secrets.repeats(text, secret)) {
      return null;
    }
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= LONGEST_DESCRIPTION ? line : line.substring(0, LONGEST_DESCRIPTION);
  }
}
