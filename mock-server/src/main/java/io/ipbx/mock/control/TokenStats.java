package io.ipbx.mock.control;

import java.util.Map;

/**
 * What the auth server counted since the start or the last reset. A token request counts from the
 * moment its body says whose it is until it is answered; whatever had arrived together is counted
 * before any of it is answered.
 *
 * @param byGrant by {@code password}, {@code refresh_token}, {@code exchange} and {@code invalid}
 * @param byOutcome by {@code ok} or the error
 * @param byEndpoint all requests that are over, those to the APIs among them, by endpoint
 * @param byIdentity by user name, or {@code access→user} for an exchange; a bounded number of them
 */
public record TokenStats(
    long requests,
    long granted,
    int inFlight,
    int peak,
    Map<String, Long> byEndpoint,
    Map<String, Long> byGrant,
    Map<String, Long> byOutcome,
    Map<String, Identity> byIdentity) {

  /**
   * The same for one identity.
   *
   * @param peak the most of its token requests that were unanswered at the same time
   */
  public record Identity(long requests, long granted, int inFlight, int peak) {

    static final Identity NONE = new Identity(0, 0, 0, 0);
  }

  /** The counts of {@code name}; zeros when it was never seen. */
  public Identity of(String name) {
    return byIdentity.getOrDefault(name, Identity.NONE);
  }

  public long grants(String grant) {
    return byGrant.getOrDefault(grant, 0L);
  }
}
