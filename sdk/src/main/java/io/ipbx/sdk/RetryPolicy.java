package io.ipbx.sdk;

/**
 * Which requests may be sent again after a failure that may pass: 429, 5xx other than 501, or a
 * connection that failed. How often and when is for {@link IpbxOptions} to say. A body that is a
 * one-shot stream is never sent again, and the one replay after a 401 is not a retry.
 */
public enum RetryPolicy {
  /** The caller deals with each failure himself. */
  NEVER,
  /**
   * Requests whose repetition asks for nothing more than the request itself (RFC 9110 section
   * 9.2.2): GET, HEAD, OPTIONS, TRACE, PUT and DELETE.
   */
  IDEMPOTENT,
  /** Also POST and PATCH: for a caller who knows that the server would bear it twice. */
  ALWAYS
}
