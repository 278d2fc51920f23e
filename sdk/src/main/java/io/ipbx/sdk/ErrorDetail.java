package io.ipbx.sdk;

import org.jspecify.annotations.Nullable;

/**
 * What the server said about a failure.
 *
 * @param status the HTTP status; 0 when no answer came
 * @param code the OAuth 2.0 {@code error} (RFC 6749 section 5.2) or the API's error name; null when
 *     none was given
 * @param correlationId the {@code x-correlation-id} of the answer, or the one under which the
 *     request was sent; null when there was neither
 */
public record ErrorDetail(int status, @Nullable String code, @Nullable String correlationId) {

  /** No answer came. */
  public static final ErrorDetail NONE = new ErrorDetail(0, null, null);
}
