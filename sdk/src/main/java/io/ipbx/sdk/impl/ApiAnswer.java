package io.ipbx.sdk.impl;

import io.ipbx.sdk.ErrorDetail;
import io.ipbx.sdk.InvalidRequestException;
import io.ipbx.sdk.IpbxException;
import io.ipbx.sdk.NotFoundException;
import io.ipbx.sdk.PermissionDeniedException;
import io.ipbx.sdk.RateLimitedException;
import io.ipbx.sdk.ServerErrorException;
import io.ipbx.sdk.TokenRejectedException;
import io.ipbx.sdk.UnexpectedReplyException;
import io.ipbx.sdk.auth.AccessToken;
import io.ipbx.sdk.auth.impl.RetryAfter;
import io.ipbx.sdk.auth.impl.Secrets;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the API. Answers are told apart by status; the text is the server's own, unless it
 * repeats our token.
 *
 * @param token the one that was sent
 * @param correlationId the one that was sent
 */
record ApiAnswer(HttpResponse<Buffer> response, AccessToken token, String correlationId) {

  static final String CORRELATION = "x-correlation-id";
  private static final int LONGEST_MESSAGE = 500;

  int status() {
    return response.statusCode();
  }

  boolean isSuccess() {
    return status() / 100 == 2;
  }

  /** Whether the API itself has judged the request, and hence has taken the token. */
  boolean isOfTheApi() {
    return isSuccess()
        || (status() / 100 == 4 && status() != 401 && status() != 408 && status() != 429);
  }

  /** How long the server asks to wait; zero when it does not say. */
  Duration retryAfter(Instant now) {
    return RetryAfter.of(response.headers(), now);
  }

  /** What an answer that is not of the 2xx kind means. */
  IpbxException error(Instant now) {
    JsonObject body = json(response.body());
    int status = status();
    ErrorDetail detail = new ErrorDetail(status, text(body, "error"), shownCorrelation());
    String said = text(body, "message");
    String message = "the API answered " + status + (said == null ? "" : ": " + said);
    return switch (status) {
      case 401 -> new TokenRejectedException(message, detail);
      case 403 -> new PermissionDeniedException(message, detail);
      case 404, 410 -> new NotFoundException(message, detail);
      case 429 -> new RateLimitedException(message, retryAfter(now), detail);
      default -> byKind(status, message, errors(body), retryAfter(now), detail);
    };
  }

  private static IpbxException byKind(
      int status, String message, JsonArray errors, Duration retryAfter, ErrorDetail detail) {
    return switch (status / 100) {
      case 5 -> new ServerErrorException(message, retryAfter, detail);
      case 4 -> new InvalidRequestException(message, errors, detail);
      default -> new UnexpectedReplyException(message + " (redirects are not followed)", detail);
    };
  }

  private String shownCorrelation() {
    String theirs = response.getHeader(CORRELATION);
    return theirs == null || Secrets.repeats(theirs, token.value()) ? correlationId : theirs;
  }

  private static @Nullable JsonObject json(@Nullable Buffer body) {
    try {
      return body != null && Json.decodeValue(body) instanceof JsonObject object ? object : null;
    } catch (DecodeException notJson) {
      return null;
    }
  }

  private JsonArray errors(@Nullable JsonObject body) {
    return body != null
            && body.getValue("errors") instanceof JsonArray errors
            && !Secrets.repeats(errors.encode(), token.value())
        ? errors
        : new JsonArray();
  }

  private @Nullable String text(@Nullable JsonObject body, String name) {
    if (body == null
        || !(body.getValue(name) instanceof String text)
        || Secrets.repeats(text, token.value())) {
      return null;
    }
    return text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE);
  }
}
