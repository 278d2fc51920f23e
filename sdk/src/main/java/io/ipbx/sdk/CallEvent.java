package io.ipbx.sdk;

import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something that happened to a call of the API. Holds neither a secret nor an address. */
public sealed interface CallEvent {

  HttpMethod method();

  /**
   * The caller is about to get the answer or the failure.
   *
   * @param status the HTTP status; 0 when no answer came
   * @param failure null after an answer of the 2xx kind
   * @param retries how often the request was sent again, the replay after a 401 not counted
   * @param took from the call to its end: waits for tokens and pauses are in it
   */
  record Ended(
      HttpMethod method, int status, @Nullable IpbxException failure, int retries, Duration took)
      implements CallEvent {}

  /**
   * The request will be sent again.
   *
   * @param cause why
   * @param retry counted from 1
   * @param pause until then
   */
  record Retrying(HttpMethod method, IpbxException cause, int retry, Duration pause)
      implements CallEvent {}

  /**
   * The request would have been sent again, had too many retries not been sent already.
   *
   * @param cause what the caller gets
   */
  record RetryBudgetExhausted(HttpMethod method, IpbxException cause) implements CallEvent {}
}
